package dev.muster.org.peer;

import java.util.Map;
import java.util.Set;

/**
 * An organization's groups as reference-data-service told them.
 *
 * @param permissions what each group grants, by group id
 * @param entityTag names this state when asking again, null when it has no name
 */
public record Groups(Map<Long, Set<String>> permissions, String entityTag) {

    /** What the group grants; one that is not there grants nothing. */
    public Set<String> permissionsOf(long groupId) {
        return permissions.getOrDefault(groupId, Set.of());
    }

    /** Whether the organization has such a group. */
    public boolean has(long groupId) {
        return permissions.containsKey(groupId);
    }

    /** Whether any group grants the permission: the built-in Administrator's are all that an organization knows. */
    public boolean knows(String permission) {
        return permissions.values().stream().anyMatch(granted -> granted.contains(permission));
    }
}
