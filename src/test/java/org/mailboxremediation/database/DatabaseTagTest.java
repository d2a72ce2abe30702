package org.mailboxremediation.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;

/** No test of the database runs on one engine only because somebody forgot its tag. */
@AnalyzeClasses(packages = "org.mailboxremediation", importOptions = OnlyIncludeTests.class)
class DatabaseTagTest {

    @ArchTest
    static final ArchRule TESTS_WITH_A_DATABASE_ARE_TAGGED = classes()
            .that(makeADatabase())
            .should(beTagged())
            .because("the second run of the tests, on PostgreSQL, picks them by the tag");

    private static DescribedPredicate<JavaClass> makeADatabase() {
        return DescribedPredicate.describe(
                "have tests and make a database, by themselves or by their fixtures",
                type -> type.getSimpleName().endsWith("Test") && makes(type).contains(TestDatabase.class.getName()));
    }

    /** The classes whose constructors and static methods are called, and those that these call in turn. */
    private static Set<String> makes(JavaClass type) {
        Set<String> seen = new HashSet<>();
        Deque<JavaClass> left = new ArrayDeque<>(Set.of(type));
        while (!left.isEmpty()) {
            JavaClass next = left.pop();
            if (next.getName().startsWith("org.mailboxremediation") && seen.add(next.getName())) {
                made(next).forEach(left::push);
            }
        }
        return seen;
    }

    private static Stream<JavaClass> made(JavaClass type) {
        return Stream.concat(
                type.getConstructorCallsFromSelf().stream().map(call -> call.getTargetOwner()),
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTarget()
                                .resolveMember()
                                .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                                .isPresent())
                        .map(call -> call.getTargetOwner()));
    }

    private static ArchCondition<JavaClass> beTagged() {
        return new ArchCondition<>("be tagged " + DatabaseKind.TAG) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean tagged = AnnotationSupport.findRepeatableAnnotations(type.reflect(), Tag.class).stream()
                        .anyMatch(tag -> tag.value().equals(DatabaseKind.TAG));
                events.add(new SimpleConditionEvent(type, tagged, type.getName() + " has no such tag"));
            }
        };
    }
}
