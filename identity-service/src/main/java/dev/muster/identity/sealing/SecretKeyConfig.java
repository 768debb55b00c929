package dev.muster.identity.sealing;

import io.smallrye.config.ConfigMapping;

/** The key that protects what identity-service must be able to read again, or must not let be guessed from a dump. */
@ConfigMapping(prefix = "muster.identity")
public interface SecretKeyConfig {

    /**
     * 32 random bytes in base64. Encrypts authenticator secrets and the links of mails that are not sent yet, and keys the
     * hashes of sign-in codes. Changing it makes enrolled authenticators unusable.
     */
    String secretKey();
}
