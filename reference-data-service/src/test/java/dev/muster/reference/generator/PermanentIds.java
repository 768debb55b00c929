package dev.muster.reference.generator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives ids that never change.
 *
 * <p>The first release puts the contract's fixed points where they belong and lets the other keys, in their order, take
 * the lowest ids that are left. Every later release keeps what was given and counts on from the highest id, so a key that
 * appears in the middle of the order, or one that goes, moves nothing.
 */
final class PermanentIds {

    private PermanentIds() {}

    /** The keys by id; {@code given} is empty for a first release and holds every id of the last one otherwise. */
    static SortedMap<Integer, String> assign(
            SortedMap<Integer, String> given, Map<Integer, String> fixedPoints, List<String> keysInOrder) {
        requireKnown(fixedPoints.values(), keysInOrder);
        boolean firstRelease = given.isEmpty();
        SortedMap<Integer, String> ids = new TreeMap<>(firstRelease ? fixedPoints : given);
        int next = firstRelease ? 1 : given.lastKey() + 1;
        for (String key : keysInOrder) {
            if (!ids.containsValue(key)) {
                next = firstFree(ids, next);
                ids.put(next, key);
            }
        }
        return ids;
    }

    private static int firstFree(SortedMap<Integer, String> ids, int from) {
        int id = from;
        while (ids.containsKey(id)) {
            id++;
        }
        return id;
    }

    private static void requireKnown(Collection<String> fixed, Collection<String> keys) {
        if (!keys.containsAll(fixed)) {
            throw new IllegalArgumentException("The source lacks one of the fixed points " + fixed);
        }
    }
}
