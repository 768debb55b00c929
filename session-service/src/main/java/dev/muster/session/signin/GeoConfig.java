package dev.muster.session.signin;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where addresses are found on the map. */
@ConfigMapping(prefix = "muster.geoip")
public interface GeoConfig {

    /**
     * A city database in MaxMind's format (GeoLite2-City, DB-IP City Lite). Without one the history names no places. A
     * newer file is noticed within a minute; put it in place by renaming, never by writing over the present one.
     */
    Optional<Path> database();
}
