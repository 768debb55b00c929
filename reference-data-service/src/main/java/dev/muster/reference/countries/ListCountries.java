package dev.muster.reference.countries;

import dev.muster.reference.Document;
import dev.muster.reference.Documents;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lists all countries in the caller's language.
 *
 * <p>Each list of names is read and written out once, off the event loop, when its first caller asks; the number of lists
 * that ship (about 190, 6 KB each) bounds the memory.
 */
@Singleton
@Startup
public class ListCountries {

    private final Countries countries;
    private final Languages languages;
    private final Documents documents;
    private final Map<String, Document> byList = new ConcurrentHashMap<>();

    ListCountries(Countries countries, Languages languages, Documents documents) {
        this.countries = countries;
        this.languages = languages;
        this.documents = documents;
        byList.put(Languages.ENGLISH.list(), write(Languages.ENGLISH));
    }

    /** Takes the value of the {@code Accept-Language} header, or null when there is none. */
    public Uni<LocalizedCountries> list(String acceptLanguage) {
        Language language = languages.choose(acceptLanguage);
        Document written = byList.get(language.list());
        Uni<Document> document = written != null ? Uni.createFrom().item(written) : writeOnce(language);
        return document.map(names -> new LocalizedCountries(language, names));
    }

    private Uni<Document> writeOnce(Language language) {
        return Uni.createFrom()
                .item(() -> byList.computeIfAbsent(language.list(), list -> write(language)))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private Document write(Language language) {
        Map<String, String> names = countries.names(language);
        Map<String, String> byId = new LinkedHashMap<>();
        countries.all().forEach(country -> byId.put(Integer.toString(country.id()), names.get(country.alpha2())));
        return documents.write(byId);
    }
}
