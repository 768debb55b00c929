package dev.muster.manifests;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record in the source of a module.
 *
 * @param home its package
 * @param components what stands between its parentheses
 * @param declared whether native executables are told of it: by {@code @RegisterForReflection} on it, or naming it
 */
record SourceRecord(String home, String name, String components, boolean declared) {

    private static final Pattern RECORD =
            Pattern.compile("\\brecord (\\w+)(?:<[^>]*>)?\\((.*?)\\)\\s*(?:implements [^{]+)?\\{", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TARGETS = Pattern.compile("@RegisterForReflection\\(\\s*targets[^)]*\\)");
    private static final Pattern CLASS = Pattern.compile("(\\w+)\\.class");
    private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w+");
    private static final Pattern END_OF_OTHERS = Pattern.compile("\\*/|;\\s|}\\s");

    /** Every record of the module. */
    static List<SourceRecord> of(String module) {
        return sources(module).flatMap(SourceRecord::in).toList();
    }

    /** The text of every source file of the module. */
    static Stream<String> sources(String module) {
        return Repository.files(module + "/src/main/java").stream().map(Repository::read);
    }

    private static Stream<SourceRecord> in(String source) {
        Set<String> targets = TARGETS.matcher(source)
                .results()
                .flatMap(targeted -> CLASS.matcher(targeted.group()).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        return RECORD.matcher(source)
                .results()
                .map(match -> new SourceRecord(
                        home(source),
                        match.group(1),
                        match.group(2),
                        targets.contains(match.group(1)) || isAnnotated(source, match)));
    }

    private static String home(String source) {
        return PACKAGE.matcher(source).results().findFirst().orElseThrow().group(1);
    }

    private static boolean isAnnotated(String source, MatchResult record) {
        String before = source.substring(0, record.start());
        int end = 0;
        for (Matcher other = END_OF_OTHERS.matcher(before); other.find(); ) {
            end = other.end();
        }
        return before.substring(end).contains("@RegisterForReflection");
    }

    /** Whether the source means this record when it says the name. */
    boolean isMeantBy(String source, String said) {
        return said.equals(name) && (home.equals(home(source)) || source.contains("import " + home + "."));
    }

    /** Whether the record has a component of this type, on its own or in a collection. */
    boolean contains(SourceRecord other) {
        return WORD.matcher(components).results().anyMatch(word -> word.group().equals(other.name));
    }
}
