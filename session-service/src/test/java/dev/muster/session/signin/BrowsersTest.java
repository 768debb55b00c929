package dev.muster.session.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.signin.Client.Browser;
import dev.muster.session.support.Person;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowsersTest {

    /** What a header costs is counted in its own work, not in what else the machine does. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Browsers BROWSERS = new Browsers();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:121.0) Gecko/20100101 Firefox/121.0 | Firefox 121 | Firefox / Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1 | Mobile Safari 17 | Mobile Safari / iOS",
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36 | Chrome Mobile 120 | Chrome Mobile / Android",
                "curl/8.5.0 | curl 8 | curl",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html) | Googlebot 2 | Googlebot",
                "okhttp/4.12.0 | okhttp 4 | okhttp",
                "- | - | -",
                "nothing that anybody knows | - | -",
            })
    void knownProgramsAreNamed(String userAgent, String name, String device) {
        Browser browser = BROWSERS.of(userAgent);

        assertThat(browser).isEqualTo(new Browser(name, device));
    }

    @Test
    void macOsIsCalledByItsName() {
        assertThat(BROWSERS.of(Person.CHROME)).isEqualTo(new Browser("Chrome 120", "Chrome / macOS"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void nothingIsUnknownWithoutParsing(String userAgent) {
        assertThat(BROWSERS.ifKnown(userAgent)).isEqualTo(Browser.UNKNOWN);
    }

    @Test
    void aHugeHeaderIsUnknownWithoutParsing() {
        assertThat(BROWSERS.ifKnown("Chrome/1".repeat(100))).isEqualTo(Browser.UNKNOWN);
    }

    @Test
    void whatWasParsedOnceIsKnown() {
        String userAgent = "curl/7.88.1";
        assertThat(BROWSERS.ifKnown(userAgent)).isNull();

        Browser parsed = BROWSERS.of(userAgent);

        assertThat(BROWSERS.ifKnown(userAgent)).isSameAs(parsed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (((((((((((((((((((((((((((((((((",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/1",
                "x/1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1",
                "; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; Build/",
            })
    void madeUpHeadersCostMilliseconds(String pattern) {
        BROWSERS.of("warm up");
        String longest = pattern.repeat(1 + 512 / pattern.length()).substring(0, 512);
        long start = THREADS.getCurrentThreadCpuTime();

        BROWSERS.of(longest);

        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aMadeUpNameIsCut() {
        Browser browser = BROWSERS.of("Googlebot" + "x".repeat(200) + "/9");

        assertThat(browser.name() == null || browser.name().length() <= 70).isTrue();
    }
}
