package dev.muster.identity.email;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.text.ReaderLanguage;

/** What a good link would do: the address that would be in force afterwards, and how to address its reader. */
record OfferedChange(EmailAddress address, ReaderLanguage language) {}
