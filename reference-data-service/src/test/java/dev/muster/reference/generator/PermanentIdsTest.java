package dev.muster.reference.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PermanentIdsTest {

    private static final SortedMap<Integer, String> NOTHING = new TreeMap<>();

    @Test
    void theFirstReleaseNumbersAroundTheFixedPoints() {
        var ids = PermanentIds.assign(NOTHING, Map.of(1, "c", 3, "a"), List.of("a", "b", "c", "d"));

        assertThat(ids).isEqualTo(Map.of(1, "c", 2, "b", 3, "a", 4, "d"));
    }

    @Test
    void aNewKeyIsAppendedWhereverItIsInTheOrder() {
        SortedMap<Integer, String> given = new TreeMap<>(Map.of(1, "b", 2, "d"));

        var ids = PermanentIds.assign(given, Map.of(), List.of("a", "b", "c", "d"));

        assertThat(ids).isEqualTo(Map.of(1, "b", 2, "d", 3, "a", 4, "c"));
    }

    @Test
    void aKeyThatIsGoneKeepsItsId() {
        SortedMap<Integer, String> given = new TreeMap<>(Map.of(1, "a", 2, "gone", 3, "c"));

        var ids = PermanentIds.assign(given, Map.of(), List.of("a", "b", "c"));

        assertThat(ids).isEqualTo(Map.of(1, "a", 2, "gone", 3, "c", 4, "b"));
    }

    @Test
    void aGapLeftByHandIsNotFilled() {
        SortedMap<Integer, String> given = new TreeMap<>(Map.of(1, "a", 3, "c"));

        var ids = PermanentIds.assign(given, Map.of(), List.of("a", "b", "c"));

        assertThat(ids).isEqualTo(Map.of(1, "a", 3, "c", 4, "b"));
    }

    @Test
    void whatIsGivenIsNotChanged() {
        SortedMap<Integer, String> given = new TreeMap<>(Map.of(1, "a"));

        PermanentIds.assign(given, Map.of(), List.of("a", "b"));

        assertThat(given).isEqualTo(Map.of(1, "a"));
    }

    @Test
    void aFixedPointThatTheSourceLacksIsRefused() {
        assertThatThrownBy(() -> PermanentIds.assign(NOTHING, Map.of(1, "z"), List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("z");
    }
}
