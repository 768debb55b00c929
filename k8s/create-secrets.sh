#!/usr/bin/env bash
# Creates the secrets that the manifests refer to, with random values, where they are missing; changes none.
# Usage: k8s/create-secrets.sh dev | production      (SMTP_USERNAME and SMTP_PASSWORD for production)
# Any other way to the same secrets (an external secret store, sealed secrets) does as well.
set -euo pipefail

readonly namespace=muster
readonly overlay="${1:-}"

fail() {
  printf 'create-secrets: %s\n' "$*" >&2
  exit 1
}

random_key() {
  openssl rand -base64 32 | tr -d '\n'
}

# Hexadecimal, because the drivers, SQL and a URL all take it as it is.
random_password() {
  openssl rand -hex 24 | tr -d '\n'
}

# The values come on standard input as a manifest: nothing secret is an argument, which others could see.
create() {
  local name="$1" type="$2" key value
  shift 2
  if kubectl --namespace "$namespace" get secret "$name" >/dev/null 2>&1; then
    printf '  %s is there\n' "$name"
    return
  fi
  {
    printf 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  labels: {cnpg.io/reload: "true"}\n' "$name"
    printf 'type: %s\ndata:\n' "$type"
    while [ $# -gt 0 ]; do
      key="$1" value="$2"
      printf '  %s: %s\n' "$key" "$(printf '%s' "$value" | base64 | tr -d '\n')"
      shift 2
    done
  } | kubectl --namespace "$namespace" create --filename - >/dev/null
  printf '  %s created\n' "$name"
}

case "$overlay" in
  dev) ;;
  production) [ -n "${SMTP_USERNAME:-}" ] && [ -n "${SMTP_PASSWORD:-}" ] || fail "set SMTP_USERNAME and SMTP_PASSWORD" ;;
  *) fail "say dev or production" ;;
esac

kubectl get namespace "$namespace" >/dev/null 2>&1 || kubectl create namespace "$namespace"

create service-token Opaque secret "$(random_key)"
create identity-service-secret Opaque secret-key "$(random_key)"
create session-service-signing Opaque key-encryption-key "$(random_key)"
for service in identity org session reference; do
  name="$service-service"
  [ "$service" != reference ] || name=reference-data-service
  create "$name-database" kubernetes.io/basic-auth username "muster_$service" password "$(random_password)"
done
if [ "$overlay" = dev ]; then
  create postgres-superuser Opaque password "$(random_password)"
else
  create smtp kubernetes.io/basic-auth username "$SMTP_USERNAME" password "$SMTP_PASSWORD"
fi
