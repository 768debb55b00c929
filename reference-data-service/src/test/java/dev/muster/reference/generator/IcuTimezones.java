package dev.muster.reference.generator;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The canonical time zones, as ICU4J ships them from CLDR and tzdata.
 *
 * <p>A zone is known by its CLDR id, which never changes (CLDR keeps {@code Asia/Calcutta}); its IANA name is what
 * tzdata calls it today ({@code Asia/Kolkata}). The set is that of tzdata's {@code zone.tab}, one or more for each
 * country, and UTC. Fixed offsets ({@code Etc/GMT+5}, which is five hours <em>behind</em>) are no place's time, and
 * {@code SystemV} is gone from tzdata.
 */
final class IcuTimezones {

    private static final String UTC = "Etc/UTC";

    private IcuTimezones() {}

    /** The CLDR ids of all zones, by standard offset from west to east, then by IANA name. */
    static List<String> cldrIdsByOffset() {
        return Stream.concat(
                        TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null).stream(),
                        Stream.of(UTC))
                .sorted(Comparator.comparingInt(IcuTimezones::offset).thenComparing(IcuTimezones::ianaName))
                .toList();
    }

    static String ianaName(String cldrId) {
        return TimeZone.getIanaID(cldrId);
    }

    private static int offset(String cldrId) {
        return TimeZone.getTimeZone(cldrId).getRawOffset();
    }
}
