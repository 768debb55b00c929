package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of actors is tried on every port that anybody uses, and on one that nobody does. */
@DisplayName("R50 network policies open each documented edge and no other")
class NetworkEdgesTest {

    private static final Set<Integer> MORE_PORTS = Set.of(22, 53, 80, 443, 5432, 8000, 8080, 9187);

    @ParameterizedTest
    @EnumSource
    void eachDocumentedEdgeAndNoOtherIsOpen(Rendering rendering) {
        List<Actor> actors = Actors.of(rendering);

        assertThat(openEdges(rendering, actors)).isEqualTo(documentedEdges(actors));
    }

    private static Set<String> openEdges(Rendering rendering, List<Actor> actors) {
        Network network = new Network(rendering.objects(NetworkPolicy.class));
        Set<Integer> ports = new TreeSet<>(MORE_PORTS);
        actors.forEach(actor -> ports.addAll(actor.ports().values()));
        Set<String> open = new TreeSet<>();
        for (Actor from : actors) {
            for (Actor to : actors) {
                ports.stream()
                        .filter(port -> isOurConcern(from, to) && network.lets(from, to, port))
                        .forEach(port -> open.add(edge(from.name(), to.name(), port)));
            }
        }
        return open;
    }

    /** What others do among themselves, and what the database and a stranger's pod call, is the cluster's concern. */
    private static boolean isOurConcern(Actor from, Actor to) {
        boolean ownCall = from.isInNamespace() && !isStranger(from);
        boolean ownPod = to.isInNamespace() && !isStranger(to);
        boolean unrestricted = from.name().equals("database") && !ownPod;
        return (ownCall || ownPod) && !unrestricted;
    }

    private static boolean isStranger(Actor actor) {
        return actor.name().startsWith("stranger");
    }

    private static Set<String> documentedEdges(List<Actor> actors) {
        Set<String> names = actors.stream().map(Actor::name).collect(Collectors.toSet());
        return Repository.table("docs/paths.md", "Who calls whom").stream()
                .filter(row -> !isOperatorsRow(row) || names.contains("database operator"))
                .flatMap(NetworkEdgesTest::eachService)
                .filter(row -> names.contains(row.get(0)) && names.contains(row.get(1)))
                .map(row -> edge(row.get(0), row.get(1), port(row.get(2), actor(actors, row.get(1)))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOperatorsRow(List<String> row) {
        return row.get(1).equals("database") && !row.get(0).equals("each service");
    }

    private static Stream<List<String>> eachService(List<String> row) {
        return expand(row.get(0)).flatMap(from -> expand(row.get(1)).map(to -> List.of(from, to, row.get(2))));
    }

    private static Stream<String> expand(String name) {
        return name.equals("each service") ? Repository.SERVICES.stream() : Stream.of(name);
    }

    private static Actor actor(List<Actor> actors, String name) {
        return actors.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static int port(String port, Actor to) {
        return IntStream.range(0, port.length()).allMatch(i -> Character.isDigit(port.charAt(i)))
                ? Integer.parseInt(port)
                : to.ports().get(port);
    }

    private static String edge(String from, String to, int port) {
        return from + " -> " + to + ":" + port;
    }
}
