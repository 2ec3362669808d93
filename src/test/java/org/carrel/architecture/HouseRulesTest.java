package org.carrel.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Set;

/** The house as code: who may know whom. A broken rule names the class and the line. */
@AnalyzeClasses(packages = "org.carrel", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    /** Packages that see all doors: what people touch, and what starts the program. */
    private static final String[] OUTSIDE = {
        "org.carrel.kiosk..", "org.carrel.desk..", "org.carrel.cli..", "org.carrel.boot.."
    };

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("org.carrel.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("org.carrel.platform..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.carrel..").and(not(resideInAPackage("org.carrel.platform.."))));

    @ArchTest
    static final ArchRule catalog_knows_only_platform_and_security = noClasses()
            .that()
            .resideInAPackage("org.carrel.catalog..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.carrel..")
                    .and(not(resideInAnyPackage(
                            "org.carrel.catalog..", "org.carrel.security..", "org.carrel.platform.."))));

    @ArchTest
    static final ArchRule nobody_imports_what_people_touch = noClasses()
            .that()
            .resideOutsideOfPackages(OUTSIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(OUTSIDE);

    @ArchTest
    static final ArchRule from_outside_only_the_door_of_a_feature_is_imported =
            classes().that().resideInAPackage("org.carrel..").should(useOnlyDoorsOfOtherFeatures());

    @ArchTest
    static final ArchRule rules_are_pure = noClasses()
            .that()
            .resideInAPackage("..rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..", "java.sql..", "..store..", "..web..", "..rest..", "..imports..", "..marc..");

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .that()
            .resideOutsideOfPackages("org.carrel.boot..")
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Year.class, "now")
            .as("Time comes from the Clock, so that a test can set the day");

    @ArchTest
    static final ArchRule sql_stays_in_stores_and_platform = noClasses()
            .that()
            .resideOutsideOfPackages("..store..", "org.carrel.platform..", "org.carrel.catalog.imports..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.PreparedStatement");

    @ArchTest
    static final ArchRule web_and_rest_use_doors = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..store..");

    @ArchTest
    static final ArchRule nobody_imports_web_or_rest = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..rest..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.carrel..").and(resideInAnyPackage("..web..", "..rest..")));

    @ArchTest
    static final ArchRule marc4j_stays_in_catalog_marc = noClasses()
            .that()
            .resideOutsideOfPackage("org.carrel.catalog.marc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.marc4j..");

    @ArchTest
    static final ArchRule lucene_stays_in_search_index = noClasses()
            .that()
            .resideOutsideOfPackage("org.carrel.search.index..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule pdfbox_stays_in_labels_pdf = noClasses()
            .that()
            .resideOutsideOfPackage("org.carrel.labels.pdf..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..");

    @ArchTest
    static final ArchRule faces_stays_in_pages = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "org.carrel.kiosk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.faces..");

    @ArchTest
    static final ArchRule jax_rs_stays_in_rest = noClasses()
            .that()
            .resideOutsideOfPackages("..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule stores_are_named_so = classes()
            .that()
            .resideInAPackage("..store..")
            .and()
            .haveSimpleNameEndingWith("Store")
            .should()
            .bePublic();

    @ArchTest
    static final ArchRule views_are_named_so =
            classes().that().areAnnotatedWith("jakarta.inject.Named").should().haveSimpleNameEndingWith("View");

    @ArchTest
    static final ArchRule resources_are_named_so =
            classes().that().areAnnotatedWith("jakarta.ws.rs.Path").should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackages("org.carrel.cli..", "org.carrel.boot..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule old_dates_are_not_used = noClasses()
            .that()
            .resideOutsideOfPackages("..store..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date");

    private static ArchCondition<JavaClass> useOnlyDoorsOfOtherFeatures() {
        return new ArchCondition<>("use only the root package of other features") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (var dependency : user.getDirectDependenciesFromSelf()) {
                    var used = dependency.getTargetClass();
                    if (isRoom(used) && !feature(used).equals(feature(user))) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isRoom(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return type.getPackageName().startsWith("org.carrel.")
                && parts.length > 3
                && !Set.of("platform").contains(parts[2]);
    }

    private static String feature(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    /** So that the clock rule cannot pass for want of a clock. */
    @ArchTest
    static final ArchRule the_clock_is_used = classes()
            .that()
            .haveSimpleName("Catalog")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);
}
