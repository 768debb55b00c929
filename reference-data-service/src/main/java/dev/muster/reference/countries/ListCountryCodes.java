package dev.muster.reference.countries;

import dev.muster.reference.Document;
import dev.muster.reference.Documents;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists which country has which id, so that another service can check and translate a reference. */
@Singleton
@Startup
public class ListCountryCodes {

    private final Document codes;

    ListCountryCodes(Countries countries, Documents documents) {
        List<CountryCodeView> views = countries.all().stream()
                .map(country -> new CountryCodeView(country.id(), country.alpha2()))
                .toList();
        this.codes = documents.write(views);
    }

    public Document list() {
        return codes;
    }
}
