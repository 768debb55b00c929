package dev.muster.kit.startup;

import java.util.List;

/** Knows which settings of a kind are unsafe; every bean of this type is asked before a service starts in production. */
public interface StartupCheck {

    /** The unsafe settings as they are now; empty lets the service start. */
    List<UnsafeSetting> unsafeSettings();
}
