package dev.muster.identity.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.Password;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes were made by other implementations: the Argon2 reference in C, bcrypt's, passlib, Django and OpenSSL. */
class StoredHashesTest {

    private static final Password RIGHT = new Password("correct horse battery staple");
    private static final Password WRONG = new Password("correct horse battery stapler");
    private static final Argon2Cost DEFAULT = new Argon2Cost(7168, 5, 1);

    static List<String> hashes() {
        return List.of(
                "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$argon2id$v=19$m=4096,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$L4GG97BxMlE+u3mgGDPLh1+u5UMvLCHQCTxwICszmDc",
                "$argon2id$v=19$m=8192,t=2,p=2$MDEyMzQ1Njc4OWFiY2RlZg$Lfz83byharzEIwclGubPCAc+3Z3N+99q5KhR9BlAkZc",
                "$argon2i$v=19$m=4096,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$EY12I7uGyoBHzuQuFWt3F/Kvu99fJBY2qYsz2KZSrj8",
                "$argon2d$v=19$m=4096,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$+c84ZO+tJ94SSNjQVzeeHINj6ifJrqtd0r998wHvLPQ",
                "$argon2i$v=16$m=4096,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$zmxhsYsYckygmoFvGshoQBeV2Aj+iNzhtJTWq4CNAbM",
                "$argon2i$m=4096,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$zmxhsYsYckygmoFvGshoQBeV2Aj+iNzhtJTWq4CNAbM",
                "$2b$10$FvGc3MxdvvH4sHwCp7L7P.En3VxOyYcCwYpIFW5jcyd9uRNIyFrbC",
                "$2a$10$9BwR34xPm8jB7t7dCOlUp.XTZw3XkKNqT9FDqSSw0s37pdUIlolda",
                "$2y$10$EF48.j1qJvqWPEze5vTe5ezrDLC1/CskTAspWxY8Ncf2imEe0FLhm",
                "$pbkdf2-sha256$29000$wfj/H0PIWYvRek.JEUIIwQ$G51i.nD.AU1MTLgiNo0Bm0qKPFBCN5MD7ocU.6LW3dI",
                "$pbkdf2-sha256$i=30000,l=32$MDEyMzQ1Njc4OWFiY2RlZg$FpJgn3choeFxT5c1DujOl5S2Dx9L/a8Fjd1HvwF+ink",
                "pbkdf2_sha256$30000$seasaltseasaltseasalt12$4Nt5fuoxq1ejTtXv6GAgYIJqdz6fRO7/J9xe3n1R9RY=",
                "$scrypt$ln=14,r=8,p=1$VaoV4hxjDMH4/1/LuRdCyA$fswjhgAEdofh4V7gMrFu/jYLc1rRPLkbn6bTd5qgdTE",
                "$s0$e0801$MDEyMzQ1Njc4OWFiY2RlZg==$tjK03tRvEjqCcPwmgtddMkgjlXrk8U/b9rIvfeBMKCc=");
    }

    @ParameterizedTest
    @MethodSource("hashes")
    @DisplayName("R13 hashes of every supported format verify")
    void hashesOfOtherImplementationsVerify(String encoded) {
        StoredHash hash = StoredHashes.parse(encoded).orElseThrow();

        assertThat(hash.matches(RIGHT)).isTrue();
        assertThat(hash.matches(WRONG)).isFalse();
    }

    @Test
    @DisplayName("R13 every format but our own with our parameters is to be upgraded")
    void onlyOurOwnWithOurParametersIsGoodEnough() {
        List<String> goodEnough = hashes().stream()
                .filter(encoded -> StoredHashes.parse(encoded).orElseThrow().isAsGoodAs(DEFAULT))
                .toList();

        assertThat(goodEnough).containsExactly(hashes().get(0));
    }

    @Test
    @DisplayName("R12 a hash of ours is an Argon2id PHC string that says how it was made")
    void ourHashIsAPhcString() {
        byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

        assertThat(Argon2Hash.of(RIGHT, DEFAULT, salt).encode()).isEqualTo(hashes().get(0));
    }

    @Test
    void noPasswordMatchesTheHashOfNobody() {
        assertThat(Argon2Hash.unmatched(DEFAULT).matches(RIGHT)).isFalse();
        assertThat(Argon2Hash.unmatched(DEFAULT).matches(new Password(""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // memory, iterations, lanes, work
                "$argon2id$v=19$m=1048576,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$argon2id$v=19$m=7168,t=500,p=1$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$argon2id$v=19$m=7168,t=5,p=200$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$argon2id$v=19$m=262144,t=60,p=1$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$argon2id$v=19$m=0,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$argon2id$v=19$m=7168,t=0,p=1$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$2b$31$FvGc3MxdvvH4sHwCp7L7P.En3VxOyYcCwYpIFW5jcyd9uRNIyFrbC",
                "$2b$03$FvGc3MxdvvH4sHwCp7L7P.En3VxOyYcCwYpIFW5jcyd9uRNIyFrbC",
                "$pbkdf2-sha256$99999999$wfj/H0PIWYvRek.JEUIIwQ$G51i.nD.AU1MTLgiNo0Bm0qKPFBCN5MD7ocU.6LW3dI",
                "$scrypt$ln=30,r=8,p=1$VaoV4hxjDMH4/1/LuRdCyA$fswjhgAEdofh4V7gMrFu/jYLc1rRPLkbn6bTd5qgdTE",
                "$scrypt$ln=20,r=32,p=1$VaoV4hxjDMH4/1/LuRdCyA$fswjhgAEdofh4V7gMrFu/jYLc1rRPLkbn6bTd5qgdTE",
                "$s0$ff0801$MDEyMzQ1Njc4OWFiY2RlZg==$tjK03tRvEjqCcPwmgtddMkgjlXrk8U/b9rIvfeBMKCc="
            })
    @DisplayName("R13 parameters beyond the bounds are not computed")
    void parametersBeyondTheBoundsAreNotRead(String encoded) {
        assertThat(StoredHashes.parse(encoded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "correct horse battery staple",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "$1$salt$qJH7.N4xYta3aEG/dfqo/0",
                "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$",
                "$argon2id$v=19$m=7168,t=5,p=1$A$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$argon2id$v=19$m=7168,t=5,p=1$MDEyMzQ1Njc4A$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQYAA",
                "$argon2id$v=20$m=7168,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$argon2id$v=19$m=99999999999,t=5,p=1$MDEyMzQ1Njc4OWFiY2RlZg$iFYFbd6+YgSpBS95zKSeCiqMI6RfgwXfibpMk5AbxQY",
                "$2b$10$tooshort",
                "$pbkdf2-sha1$29000$wfj/H0PIWYvRek.JEUIIwQ$G51i.nD.AU1MTLgiNo0Bm0qKPFBCN5MD7ocU.6LW3dI"
            })
    void whatIsNoKnownHashIsNotRead(String encoded) {
        assertThat(StoredHashes.parse(encoded)).isEmpty();
    }
}
