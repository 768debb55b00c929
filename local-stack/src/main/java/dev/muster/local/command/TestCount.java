package dev.muster.local.command;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** How many tests ran, and how they ended, as Surefire and Failsafe report it. */
record TestCount(int passed, int failed, int skipped) {

    static final TestCount NONE = new TestCount(0, 0, 0);

    private static final List<String> REPORT_DIRECTORIES =
            List.of("target/surefire-reports", "target/failsafe-reports");

    TestCount plus(TestCount other) {
        return new TestCount(passed + other.passed, failed + other.failed, skipped + other.skipped);
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
            Element suite = parser().parse(report.toFile()).getDocumentElement();
            int failed = number(suite, "failures") + number(suite, "errors");
            int skipped = number(suite, "skipped");
            return new TestCount(number(suite, "tests") - failed - skipped, failed, skipped);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new StackFailure("cannot read the test report " + report + ": " + e.getMessage(), e);
        }
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder();
    }

    private static int number(Element suite, String attribute) {
        String value = suite.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
