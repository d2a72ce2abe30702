package org.mailboxremediation;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;

/** The package order of DESIGN §3, and a few habits that protect it. */
@AnalyzeClasses(packages = "org.mailboxremediation", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ARROWS_RUN_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("foundation")
            .definedBy("..event..", "..evidence..")
            .layer("incident")
            .definedBy("..incident..")
            .layer("facts")
            .definedBy("..device..", "..credential..")
            .layer("restore")
            .definedBy("..restore..")
            .layer("effects")
            .definedBy("..outbox..", "..mailbox..", "..block..", "..notice..", "..education..", "..campaign..")
            .layer("process")
            .definedBy("..process..")
            .layer("casefile")
            .definedBy("..casefile..")
            .layer("edges")
            .definedBy("..api..", "..webapp..", "..cli..")
            .layer("config")
            .definedBy("..config..")
            .layer("sandbox")
            .definedBy("..sandbox..")
            .whereLayer("edges")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("config")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("sandbox")
            .mayOnlyBeAccessedByLayers("config", "edges")
            .whereLayer("casefile")
            .mayOnlyBeAccessedByLayers("edges", "config")
            .whereLayer("process")
            .mayOnlyBeAccessedByLayers("casefile", "edges", "config")
            .whereLayer("effects")
            .mayOnlyBeAccessedByLayers("process", "casefile", "edges", "config")
            .whereLayer("restore")
            .mayOnlyBeAccessedByLayers("effects", "process", "casefile", "edges", "config")
            .whereLayer("facts")
            .mayOnlyBeAccessedByLayers("restore", "effects", "process", "casefile", "edges", "config")
            .because("a feature must be readable, testable and replaceable without what is built upon it");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.mailboxremediation.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other are one package");

    @ArchTest
    static final ArchRule THE_ENGINE_IS_AN_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..casefile..", "..webapp..", "..config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("7.24 is the last community release, and forks keep its API under another package name");

    @ArchTest
    static final ArchRule TRACE_IS_PURE = noClasses()
            .that()
            .resideInAPackage("..evidence.trace..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.camunda..", "jakarta..")
            .because("a reader of hostile text is fuzzed and reused without a framework");

    @ArchTest
    static final ArchRule THE_SANDBOX_IS_REACHED_OVER_THE_NETWORK = noClasses()
            .that()
            .resideInAPackage("..sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..mailbox..", "..process..", "..restore..", "..credential..", "..outbox..")
            .because("the default run must exercise the code that production runs");

    @ArchTest
    static final ArchRule DELEGATES_LIVE_IN_ONE_PLACE = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .resideInAPackage("..process.delegate..")
            .andShould()
            .haveSimpleNameEndingWith("Delegate")
            .because("a model's service task is found by its name");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .because("what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule TIME_IS_INJECTED = noClasses()
            .that()
            .resideOutsideOfPackage("..config..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a rule about time must be testable at any time");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is said goes to the log, where it is filtered");

    @ArchTest
    static final ArchRule CAUSES_STAY_WHERE_SECRETS_ARE = noClasses()
            .that()
            .resideInAnyPackage("..credential..", "..mailbox..", "..notice..", "..process..")
            .and()
            .areNotAssignableTo(Throwable.class)
            .should()
            .callConstructorWhere(describe("it wraps a cause", ArchitectureTest::takesCause))
            .because("the engine and the log keep every cause's message, and a foreign one may quote what we sent");

    @ArchTest
    static final ArchRule OUR_EXCEPTIONS_TAKE_NO_CAUSE = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areAssignableTo(Throwable.class)
            .should()
            .haveRawParameterTypes(not(anyElementThat(assignableTo(Throwable.class))))
            .because("their texts are fixed, and nothing foreign comes along");

    private static boolean takesCause(JavaConstructorCall call) {
        return call.getTargetOwner().isAssignableTo(Throwable.class)
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> type.isAssignableTo(Throwable.class));
    }
}
