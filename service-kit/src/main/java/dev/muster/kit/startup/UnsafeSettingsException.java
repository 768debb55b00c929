package dev.muster.kit.startup;

import java.util.List;
import java.util.stream.Collectors;

/** A service refused to start; the message names every unsafe setting and no value. */
public class UnsafeSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsafeSettingsException(List<UnsafeSetting> settings) {
        super(settings.stream()
                .map(setting -> "\n  " + setting)
                .collect(Collectors.joining("", "Refusing to start with unsafe settings:", "")));
    }
}
