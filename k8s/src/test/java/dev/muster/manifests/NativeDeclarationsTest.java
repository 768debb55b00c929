package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.IDN;
import java.net.URI;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Native executables are told of what only the running program knows, and docs/native.md says why. */
class NativeDeclarationsTest {

    private static final String IDENTITY_METADATA =
            "identity-service/src/main/resources/META-INF/native-image/dev.muster/identity-service/reachability-metadata.json";

    private static final Pattern PAYLOAD = Pattern.compile("\\.as\\([\\w.]*?(\\w+)\\.class\\)");
    private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w+");
    private static final Pattern METHOD =
            Pattern.compile("\\n    (?:public )?([\\w<>, .]+) \\w+\\(([^{;]*)\\)\\s*[{;]");
    private static final Pattern RESOURCE =
            Pattern.compile("(?:getResourceAsStream\\(\"|LIST = \"|STYLESHEET = \")(/[^\"]+)\"");

    static List<String> services() {
        return Repository.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyPayloadOfTheOutboxIsDeclaredWithTheRecordsInIt(String service) {
        List<SourceRecord> records = SourceRecord.of(service);

        assertThat(SourceRecord.sources(service))
                .allSatisfy(source -> assertThat(
                                PAYLOAD.matcher(source).results().map(match -> match.group(1)))
                        .allSatisfy(payload -> assertThat(withParts(meant(source, payload, records), records))
                                .isNotEmpty()
                                .allMatch(SourceRecord::declared)));
    }

    private static List<SourceRecord> meant(String source, String name, List<SourceRecord> records) {
        return records.stream().filter(record -> record.isMeantBy(source, name)).toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyRecordOfTheWireIsDeclaredOrNamedByAMethodOfAResourceOrClient(String service) {
        List<SourceRecord> records = SourceRecord.of(service);
        Set<String> named = SourceRecord.sources(service)
                .filter(source -> source.contains("@Path("))
                .flatMap(source -> METHOD.matcher(source).results())
                .flatMap(method ->
                        TYPE.matcher(method.group(1) + " " + method.group(2)).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        List<SourceRecord> found = withParts(
                records.stream()
                        .filter(record -> record.declared() || named.contains(record.name()))
                        .toList(),
                records);

        assertThat(records)
                .filteredOn(record -> record.name().matches(".*(View|Request)"))
                .isNotEmpty()
                .isSubsetOf(found);
    }

    @Test
    void everyNativeSettingIsExplained() {
        String page = Repository.read("docs/native.md");
        Stream<String> ofServices = Repository.SERVICES.stream()
                .flatMap(service -> new ServiceProperties(service).names().stream())
                .filter(name -> name.startsWith("quarkus.native."));
        Stream<String> ofTheBuild = Pattern.compile("<(quarkus\\.native\\.[a-z.-]+)>")
                .matcher(Repository.read("pom.xml"))
                .results()
                .map(match -> match.group(1));

        assertThat(Stream.concat(ofServices, ofTheBuild).distinct())
                .hasSizeGreaterThan(2)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyIncludedResourceIsExplainedAndEveryReadOneIsIncluded(String service) {
        String page = Repository.read("docs/native.md");
        String includes = new ServiceProperties(service).get("quarkus.native.resources.includes");
        List<String> patterns = includes == null ? List.of() : List.of(includes.split(","));

        assertThat(patterns).allSatisfy(pattern -> assertThat(page).contains("`" + pattern + "`"));
        assertThat(SourceRecord.sources(service)
                        .flatMap(source -> RESOURCE.matcher(source).results())
                        .map(match -> match.group(1)))
                .allMatch(resource ->
                        patterns.stream().anyMatch(pattern -> resource.startsWith("/" + pattern.replace("**", ""))));
    }

    /** The build includes nothing, and says nothing, when a resource has another name in the JDK. */
    @Test
    void theTableOfInternationalizedDomainsIsIncludedByTheNameThatItHas() throws IOException {
        JsonNode resource =
                new ObjectMapper().readTree(Repository.read(IDENTITY_METADATA)).at("/resources/0");
        String module = resource.at("/module").asText();
        String name = resource.at("/glob").asText();

        assertThat(module).isEqualTo(IDN.class.getModule().getName());
        assertThat(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules", module, name))
                .isNotEmptyFile();
        assertThat(Repository.read("docs/native.md")).contains("`" + name + "`");
    }

    /** The given records and those that they are made of. */
    private static List<SourceRecord> withParts(List<SourceRecord> given, List<SourceRecord> all) {
        List<SourceRecord> found = new ArrayList<>(given);
        for (int i = 0; i < found.size(); i++) {
            SourceRecord whole = found.get(i);
            all.stream()
                    .filter(part -> !found.contains(part) && whole.contains(part))
                    .forEach(found::add);
        }
        return found;
    }
}
