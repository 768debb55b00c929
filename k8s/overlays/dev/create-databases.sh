#!/bin/sh
# Runs once, when the volume is empty. A role for each service, and a database that only it may open.
set -eu
service() {
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set role="$1" --set password="$2" <<'SQL'
create role :"role" login password :'password';
create database :"role" owner :"role";
revoke all on database :"role" from public;
SQL
}
service muster_identity "$IDENTITY_PASSWORD"
service muster_org "$ORG_PASSWORD"
service muster_session "$SESSION_PASSWORD"
service muster_reference "$REFERENCE_PASSWORD"
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --command 'revoke all on database postgres, template1 from public'
