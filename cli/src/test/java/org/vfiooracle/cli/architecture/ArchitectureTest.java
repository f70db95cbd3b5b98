package org.vfiooracle.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the shape that DESIGN and CONTRIBUTING describe, over the classes of every module. */
final class ArchitectureTest {

    private static final List<String> MODEL = List.of("engine", "kernel", "programs", "oracle");

    /** Each room with those that it may use. */
    private static final Map<String, Set<String>> ROOMS = rooms();

    private static Map<String, Set<String>> rooms() {
        Set<String> corpus = Set.of("engine", "kernel", "programs", "oracle", "contract", "corpus");
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        rooms.put("engine", Set.of());
        rooms.put("kernel", Set.of("engine"));
        rooms.put("programs", Set.of("engine", "kernel"));
        rooms.put("oracle", Set.of("engine", "kernel", "programs"));
        rooms.put("contract", Set.of("engine", "kernel", "programs", "oracle"));
        rooms.put("corpus", Set.of("engine", "kernel", "programs", "oracle", "contract"));
        rooms.put("protocol", Set.of("engine", "kernel", "programs", "oracle", "contract"));
        rooms.put("bundle", corpus);
        rooms.put("conformance", and(corpus, "protocol"));
        rooms.put("generator", and(corpus, "protocol", "conformance"));
        rooms.put("exec", corpus);
        rooms.put("advice", corpus);
        rooms.put("steps", corpus);
        rooms.put("verdict", and(corpus, "protocol", "conformance"));
        rooms.put("documents", and(corpus, "protocol", "conformance", "advice", "verdict"));
        rooms.put(
                "terminal",
                and(corpus, "protocol", "bundle", "conformance", "generator", "advice", "verdict", "steps"));
        rooms.put("input", and(corpus, "protocol", "conformance", "advice", "steps"));
        rooms.put("reports", and(corpus, "conformance", "verdict", "steps"));
        rooms.put(
                "site",
                and(
                        corpus,
                        "protocol",
                        "conformance",
                        "generator",
                        "advice",
                        "verdict",
                        "steps",
                        "documents",
                        "reports"));
        rooms.put(
                "cli",
                and(
                        corpus,
                        "protocol",
                        "bundle",
                        "conformance",
                        "generator",
                        "exec",
                        "advice",
                        "verdict",
                        "steps",
                        "documents",
                        "terminal",
                        "input",
                        "reports",
                        "site"));
        return rooms;
    }

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(toSet());
    }

    /** All but the last, which may use every other. */
    private static List<String> namesOfBoundRooms() {
        return names().stream().filter(name -> !name.equals("cli")).toList();
    }

    private static Set<String> names() {
        return ROOMS.keySet();
    }

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ArchitectureTest::isOfTheProduct)
            .importPackages("org.vfiooracle");

    /** The option that ArchUnit brings knows only the build folder {@code target}. */
    private static boolean isOfTheProduct(Location location) {
        return !location.contains("/test-classes/");
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_rules_look_at_classes_of_each_module(String module) {
        assertThat(CLASSES.stream()).anyMatch(resideInAPackage(packagesOf(module)));
    }

    @Test
    void the_rules_look_at_the_whole_project() {
        assertThat(CLASSES).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("namesOfBoundRooms")
    void a_room_uses_only_those_it_may(String module) {
        String[] others = ROOMS.keySet().stream()
                .filter(other -> !other.equals(module) && !ROOMS.get(module).contains(other))
                .map(ArchitectureTest::packagesOf)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(packagesOf(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void only_the_reports_know_allure() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packagesOf("reports"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.qameta..")
                .check(CLASSES);
    }

    /** Two classes of one name make a reader ask which; nested ones stand beside what they belong to. */
    @Test
    void no_simple_name_has_two_meanings() {
        Map<String, List<String>> named = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

        named.values().removeIf(all -> all.size() == 1);
        assertThat(named).isEmpty();
    }

    @Test
    void every_class_is_in_a_known_module() {
        classes()
                .should()
                .resideInAnyPackage(
                        names().stream().map(ArchitectureTest::packagesOf).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void the_model_needs_nothing_but_java() {
        classes()
                .that()
                .resideInAnyPackage(model())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(Stream.of("java..", "org.jspecify.annotations"), Stream.of(model()))
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void the_model_has_no_clock_no_chance_and_no_files() {
        noClasses()
                .that()
                .resideInAnyPackage(model())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio..", "java.net..", "java.time..", "java.util.random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.vfiooracle.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void a_name_says_what_the_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void only_the_commands_write_to_the_terminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packagesOf("cli"))
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void nothing_global_changes() {
        noFields().that().areNotFinal().should().beStatic().check(CLASSES);
    }

    @Test
    void a_class_is_final_sealed_or_abstract() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .should(beFinalSealedOrAbstract())
                .check(CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        List<JavaPackage> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .toList();

        assertThat(unmarked).extracting(JavaPackage::getName).isEmpty();
    }

    private static String[] model() {
        return MODEL.stream().map(ArchitectureTest::packagesOf).toArray(String[]::new);
    }

    private static String packagesOf(String module) {
        return "org.vfiooracle." + module + "..";
    }

    private static ArchCondition<JavaClass> beFinalSealedOrAbstract() {
        return new ArchCondition<>("be final, sealed or abstract") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Set<JavaModifier> modifiers = type.getModifiers();
                boolean closed = modifiers.contains(JavaModifier.FINAL)
                        || modifiers.contains(JavaModifier.ABSTRACT)
                        || type.reflect().isSealed();
                events.add(new SimpleConditionEvent(type, closed, type.getDescription() + " can be extended"));
            }
        };
    }
}
