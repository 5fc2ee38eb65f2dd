#!/bin/sh
# Runs a fresh Request Tracker 5 for tests and trials: scripts/request-tracker.sh FOLDER PORT
# Everything it writes is in FOLDER, which must not exist yet: configuration, SQLite database, caches, sessions. It
# ends with the process (SIGTERM); the folder is the caller's to remove. Once FOLDER/ready is there, it answers on
# http://127.0.0.1:PORT. Needs Debian's request-tracker5, rt5-db-sqlite and rt5-standalone; not root.
#   queue     "Démarches", with the custom field "Parvis"
#   parvis    the connector's account; its token is in FOLDER/token
#   claire    an agent; her password is "claire-password"
set -eu

if [ $# -ne 2 ]; then
    echo "usage: $0 FOLDER PORT" >&2
    exit 2
fi
server=/usr/share/request-tracker5/libexec/rt-server
setup=$(command -v rt-setup-database-5 || echo /usr/sbin/rt-setup-database-5)
if ! [ -x "$server" ] || ! [ -x "$setup" ]; then
    echo "Request Tracker is not installed: on Debian, apt-get install request-tracker5 rt5-db-sqlite rt5-standalone" >&2
    exit 69
fi
mkdir -m 700 "$1"
folder=$(cd "$1" && pwd)
port=$2
mkdir "$folder/config" "$folder/var" "$folder/mason" "$folder/sessions"

cat >"$folder/RT_SiteConfig.pm" <<EOF
use utf8;
\$RT::VarPath = '$folder/var';
\$RT::MasonDataDir = '$folder/mason';
\$RT::MasonSessionDir = '$folder/sessions';
Set(\$rtname, 'mairie');
Set(\$Organization, 'mairie.example');
Set(\$Timezone, 'Europe/Paris');
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$folder/database');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $port);
Set(\$WebPath, '');
Set(\$WebBaseURL, 'http://127.0.0.1:$port');
Set(\$MailCommand, 'testfile');
# Cheap to check: RT checks the token at each call.
Set(\$BcryptCost, 4);
Set(\$LogToSyslog, undef);
Set(\$LogToSTDERR, 'error');
1;
EOF

# What docs/operating.md asks of an operator: a queue, a custom field, an account with few rights and its token.
cat >"$folder/initialdata" <<EOF
use utf8;
our @Users = (
    { Name => 'parvis', RealName => 'Portail des démarches', EmailAddress => 'parvis@mairie.example', Privileged => 1 },
    { Name => 'claire', RealName => 'Claire Agent', EmailAddress => 'claire@mairie.example', Privileged => 1,
      Password => 'claire-password' },
);
our @Groups = ({ Name => 'Agents', Members => { Users => ['claire'] } });
our @Queues = ({ Name => 'Démarches' });
our @CustomFields = (
    { Name => 'Parvis', Type => 'FreeformSingle', MaxValues => 1, LookupType => 'RT::Queue-RT::Ticket',
      Description => 'Référence du portail', ApplyTo => ['Démarches'] },
);
our @ACL = (
    (map { { Right => \$_, UserId => 'parvis', Queue => 'Démarches' } }
        qw(SeeQueue CreateTicket ShowTicket ReplyToTicket ModifyTicket DeleteTicket SeeCustomField ModifyCustomField)),
    (map { { Right => \$_, GroupDomain => 'UserDefined', GroupId => 'Agents', Queue => 'Démarches' } }
        qw(SeeQueue ShowTicket ShowTicketComments ReplyToTicket CommentOnTicket ModifyTicket OwnTicket
           DeleteTicket SeeCustomField)),
);
our @Final = (sub {
    my \$owner = RT::User->new(RT->SystemUser);
    \$owner->Load('parvis');
    my (\$id, \$message, \$token) = RT::AuthToken->new(RT->SystemUser)
        ->Create(Owner => \$owner->Id, Description => 'Parvis');
    die \$message unless \$id;
    open(my \$file, '>', '$folder/token') or die;
    print \$file "\$token\n";
});
1;
EOF

export RT_SITE_CONFIG="$folder/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$folder/config"
for step in "--action init --skip-create" "--action insert --datafile $folder/initialdata"; do
    # shellcheck disable=SC2086 # two or three words each
    if ! "$setup" $step >>"$folder/log" 2>&1; then
        cat "$folder/log" >&2
        exit 70
    fi
done
# A child of this shell watches until it answers, then leaves.
(
    tries=0
    while [ $tries -lt 1200 ]; do
        if perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new("127.0.0.1:$ARGV[0]")' "$port"; then
            touch "$folder/ready"
            exit 0
        fi
        tries=$((tries + 1))
        sleep 0.1
    done
) &
exec "$server" --host 127.0.0.1 --port "$port" --workers 4 >>"$folder/log" 2>&1
