package dev.muster.session.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.DatabaseDump;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.Person;
import dev.muster.session.support.Tokens;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class DatabaseDumpTest {

    @Inject
    SigningKeys keys;

    @Test
    @DisplayName("R30 the database holds neither tokens nor passwords nor readable private keys")
    void aDumpSignsNobodyIn() {
        String token = Person.pilot()
                .says("twoFactor", "TOTP")
                .trySignIn(FakePeers.PASSWORD, FakePeers.CODE)
                .path("response.token");
        Tokens replaced = Tokens.of(Person.pilot());
        Tokens live = replaced.refreshed();
        byte[] privateKey = keys.current().privateKey().getEncoded();

        List<String> dump = DatabaseDump.rows();

        assertThat(dump).hasSizeGreaterThan(3).anyMatch(row -> row.contains(Person.sessionOf(token)));
        String encoded = Base64.getEncoder().encodeToString(privateKey);
        List<String> secrets = List.of(
                token,
                token.substring(token.lastIndexOf('.') + 1),
                familyOf(live.refresh()),
                secretOf(live.refresh()),
                secretOf(replaced.refresh()),
                FakePeers.PASSWORD,
                encoded,
                encoded.substring(100, 140),
                HexFormat.of().formatHex(privateKey).substring(200, 240),
                "PRIVATE KEY");
        assertThat(dump).allSatisfy(row -> assertThat(row).doesNotContain(secrets));
    }

    private static String familyOf(String refreshToken) {
        return refreshToken.split("\\.", -1)[2];
    }

    private static String secretOf(String refreshToken) {
        return refreshToken.substring(refreshToken.lastIndexOf('.') + 1);
    }
}
