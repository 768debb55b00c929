package dev.muster.local.command;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * How many tests ran, and how they ended, as Surefire and Failsafe report it.
 *
 * @param passed those that passed, a second try included
 * @param flaky those among them that failed first
 */
record TestCount(int passed, int failed, int skipped, List<String> flaky) {

    static final TestCount NONE = new TestCount(0, 0, 0, List.of());

    private static final List<String> REPORT_DIRECTORIES =
            List.of("target/surefire-reports", "target/failsafe-reports");

    TestCount plus(TestCount other) {
        return new TestCount(
                passed + other.passed,
                failed + other.failed,
                skipped + other.skipped,
                Stream.concat(flaky.stream(), other.flaky.stream()).toList());
    }

    static TestCount ofModule(Path module) {
        return REPORT_DIRECTORIES.stream()
                .map(module::resolve)
                .flatMap(directory -> reportsIn(directory).stream())
                .map(TestCount::ofReport)
                .reduce(NONE, TestCount::plus);
    }

    private static List<Path> reportsIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        } catch (IOException e) {
            throw new StackFailure("cannot look into " + directory + ": " + e.getMessage(), e);
        }
    }

    private static TestCount ofReport(Path report) {
        try {
            NodeList cases = parser().parse(report.toFile()).getElementsByTagName("testcase");
            return IntStream.range(0, cases.getLength())
                    .mapToObj(i -> ofCase((Element) cases.item(i)))
                    .reduce(NONE, TestCount::plus);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new StackFailure("cannot read the test report " + report + ": " + e.getMessage(), e);
        }
    }

    /** The attributes of a suite leave out what was not tried again, so its test cases are counted. */
    private static TestCount ofCase(Element test) {
        if (has(test, "failure") || has(test, "error")) {
            return new TestCount(0, 1, 0, List.of());
        }
        if (has(test, "skipped")) {
            return new TestCount(0, 0, 1, List.of());
        }
        boolean isFlaky = has(test, "flakyFailure") || has(test, "flakyError");
        String name = test.getAttribute("classname") + "." + test.getAttribute("name");
        return new TestCount(1, 0, 0, isFlaky ? List.of(name) : List.of());
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder();
    }
}
