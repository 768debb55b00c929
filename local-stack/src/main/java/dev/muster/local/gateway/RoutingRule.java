package dev.muster.local.gateway;

/** One path of a Kubernetes Ingress: which service answers for it. */
public record RoutingRule(PathType type, String path, String service) {

    /** How a rule's path is compared; names as in {@code pathType}. */
    public enum PathType {
        Exact,
        Prefix
    }

    /** Whether the rule covers the path; a Prefix is compared element by element, as Kubernetes defines it. */
    boolean covers(String requested) {
        if (type == PathType.Exact) {
            return requested.equals(path);
        }
        String prefix = withoutTrailingSlash(path);
        return requested.startsWith(prefix)
                && (requested.length() == prefix.length() || requested.charAt(prefix.length()) == '/');
    }

    /** How strong the rule is among those that cover a path: the longer wins, then Exact before Prefix. */
    int weight() {
        return 2 * path.length() + (type == PathType.Exact ? 1 : 0);
    }

    private static String withoutTrailingSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
