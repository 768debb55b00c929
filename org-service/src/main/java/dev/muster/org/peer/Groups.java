package dev.muster.org.peer;

import java.util.Map;
import java.util.Set;

/**
 * An organization's groups as reference-data-service told them.
 *
 * @param permissions what each group grants, by group id
 * @param entityTag names this state when asking again, null when it has no name
 */
record Groups(Map<Long, Set<String>> permissions, String entityTag) {

    /** What the group grants; one that is not there grants nothing. */
    Set<String> permissionsOf(long groupId) {
        return permissions.getOrDefault(groupId, Set.of());
    }
}
