package dev.muster.testkit.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the settings and their Javadoc from the {@code @ConfigMapping} interfaces of source trees. */
final class ConfigurationSource {

    private static final Set<String> KNOWN = Set.of("WithName", "WithDefault", "WithParentName");

    private ConfigurationSource() {}

    static List<ConfigurationKey> read(List<Path> sourceRoots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : sourceRoots) {
            try (Stream<Path> found = Files.walk(root)) {
                files.addAll(found.filter(ConfigurationSource::declaresSettings).toList());
            }
        }
        return files.isEmpty() ? List.of() : parse(files);
    }

    private static boolean declaresSettings(Path file) {
        try {
            return file.toString().endsWith(".java") && Files.readString(file).contains("@ConfigMapping");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ConfigurationKey> parse(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            List<ConfigurationKey> keys = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree mapping) {
                        keys.addAll(keys(mapping, new TreePath(new TreePath(unit), mapping), docs));
                    }
                }
            }
            return keys.stream().sorted().toList();
        }
    }

    private static List<ConfigurationKey> keys(ClassTree mapping, TreePath path, DocTrees docs) {
        Optional<String> prefix = annotation(mapping.getModifiers(), "ConfigMapping");
        if (prefix.isEmpty()) {
            return List.of();
        }
        List<ConfigurationKey> keys = new ArrayList<>();
        for (Tree member : mapping.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                keys.add(key(prefix.get(), method, docs.getDocComment(new TreePath(path, method))));
            }
        }
        return keys;
    }

    private static ConfigurationKey key(String prefix, MethodTree method, String text) {
        refuseUnknown(method);
        return new ConfigurationKey(
                isItsParent(method) ? prefix : prefix + "." + name(method),
                method.getReturnType().toString(),
                annotation(method.getModifiers(), "WithDefault").orElse(null),
                text == null ? "" : text.strip().replaceAll("\\s+", " "));
    }

    /** An annotation that this does not know may give the setting another name or default than the page would say. */
    private static void refuseUnknown(MethodTree method) {
        for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
            if (!KNOWN.contains(annotation.getAnnotationType().toString())) {
                throw new IllegalArgumentException("What does " + annotation + " mean for " + method.getName() + "?");
            }
        }
    }

    private static boolean isItsParent(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("WithParentName"));
    }

    private static String name(MethodTree method) {
        return annotation(method.getModifiers(), "WithName")
                .orElseGet(() -> kebab(method.getName().toString()));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The annotation's string, whether it is named or the only one. */
    private static Optional<String> annotation(ModifiersTree modifiers, String name) {
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
            if (annotation.getAnnotationType().toString().equals(name)) {
                ExpressionTree argument = annotation.getArguments().get(0);
                ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
                return Optional.of(((LiteralTree) value).getValue().toString());
            }
        }
        return Optional.empty();
    }
}
