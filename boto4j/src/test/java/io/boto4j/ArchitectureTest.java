package io.boto4j;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.boto4j.model.ModelException;
import io.boto4j.model.ShapeType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The floors of the packages, and the language features that main code must not use. */
final class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.boto4j");

  /** A package imports from lower floors only; packages of one floor do not know each other. */
  private static final Map<String, Double> FLOORS =
      Map.ofEntries(
          Map.entry("io.boto4j.models", -3.0),
          Map.entry("plain values of the model", -2.1),
          Map.entry("io.boto4j.model.codec", -2.0),
          Map.entry("io.boto4j.model.pack", -1.6),
          Map.entry("io.boto4j.model.rules", -1.4),
          Map.entry("io.boto4j.model", -1.0),
          Map.entry("io.boto4j.http", 0.0),
          Map.entry("plain values", 0.1),
          Map.entry("io.boto4j.error", 0.2),
          Map.entry("io.boto4j.internal.error", 0.3),
          Map.entry("io.boto4j.internal.text", 1.0),
          Map.entry("io.boto4j.internal.jmespath", 1.1),
          Map.entry("io.boto4j.internal.value", 1.15),
          Map.entry("io.boto4j.internal.config", 1.2),
          Map.entry("io.boto4j.internal.paging", 1.2),
          Map.entry("io.boto4j.internal.help", 1.2),
          Map.entry("io.boto4j.internal.waiting", 1.2),
          Map.entry("io.boto4j.internal.checksum", 1.2),
          Map.entry("io.boto4j.internal.retry", 1.2),
          Map.entry("io.boto4j.internal.transport", 1.2),
          Map.entry("io.boto4j.credentials", 2.0),
          Map.entry("io.boto4j.internal.endpoint", 2.0),
          Map.entry("io.boto4j.internal.eventstream", 2.0),
          Map.entry("io.boto4j.internal.credentials", 2.1),
          Map.entry("io.boto4j.internal.protocol", 3.0),
          Map.entry("io.boto4j.internal.signing", 3.0),
          Map.entry("io.boto4j.internal.input", 3.1),
          Map.entry("io.boto4j.internal.body", 3.2),
          Map.entry("io.boto4j.internal.hook", 3.5),
          Map.entry("io.boto4j.internal.attempt", 4.0),
          Map.entry("io.boto4j.internal.call", 4.1),
          Map.entry("io.boto4j.internal.customization", 5.0),
          Map.entry("io.boto4j.internal.client", 5.5),
          Map.entry("io.boto4j", 6.0),
          Map.entry("io.boto4j.cloudfront", 7.0),
          Map.entry("io.boto4j.dynamodb", 7.0),
          Map.entry("io.boto4j.resource", 7.0),
          Map.entry("io.boto4j.s3", 7.0),
          Map.entry("io.boto4j.testing", 7.0));

  /** Types in the top package for their users' sake, which depend on nothing there. */
  private static final Set<Class<?>> PLAIN_VALUES =
      Set.of(
          Structure.class,
          Response.class,
          ResponseMetadata.class,
          Sleeper.class,
          CallOptions.class,
          ProxiesConfig.class,
          Interceptor.class,
          CallContext.class,
          ResponseStream.class,
          EventStream.class,
          Attempt.class,
          Explanation.class);

  /** In the model's exported package for the sake of users, and independent of the rest of it. */
  private static final Set<Class<?>> PLAIN_VALUES_OF_THE_MODEL =
      Set.of(ModelException.class, ShapeType.class);

  @Test
  void packages_all_importFromFloorsBelowOnly() {
    Set<String> violations = new TreeSet<>();
    int seen = 0;
    for (JavaClass origin : MAIN) {
      for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith("io.boto4j")
            && !place(origin).equals(place(target))) {
          seen++;
          if (floor(origin) <= floor(target)) {
            violations.add(
                place(origin)
                    + " (floor "
                    + floor(origin)
                    + ") imports "
                    + place(target)
                    + " (floor "
                    + floor(target)
                    + "): "
                    + dependency.getDescription());
          }
        }
      }
    }
    assertThat(violations).isEmpty();
    assertThat(seen).isGreaterThan(500);
  }

  @Test
  void highLevel_all_isMadeOfExportedPackages() {
    noClasses()
        .that(
            resideInAnyPackage(
                "io.boto4j.cloudfront",
                "io.boto4j.dynamodb",
                "io.boto4j.resource",
                "io.boto4j.s3",
                "io.boto4j.testing"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.boto4j.internal..", "io.boto4j.model.codec"))
        .because("users can build whatever is built on the public API")
        .check(MAIN);
  }

  private static String place(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    for (Class<?> value : PLAIN_VALUES) {
      if (outer.isEquivalentTo(value)) {
        return "plain values";
      }
    }
    for (Class<?> value : PLAIN_VALUES_OF_THE_MODEL) {
      if (outer.isEquivalentTo(value)) {
        return "plain values of the model";
      }
    }
    return outer.getPackageName();
  }

  private static double floor(JavaClass type) {
    assertThat(FLOORS)
        .as("the floor of %s is to be written down here", type)
        .containsKey(place(type));
    return FLOORS.get(place(type));
  }

  @Test
  void main_all_usesTheJdkAndItselfAlone() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java..", "javax.net.ssl", "io.boto4j..", "org.jspecify..", "")
                .negate()
                .as("are neither the JDK's nor boto4j's"))
        .check(MAIN);
  }

  @Test
  void tls_outsideTransport_isUnknown() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.boto4j.internal.transport")
        .should()
        .dependOnClassesThat(resideInAPackage("javax.net.ssl"))
        .check(MAIN);
  }

  @Test
  void main_all_avoidsWhatIsSlowToStart() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.util.logging..",
                "javax.crypto..",
                "java.net.http..",
                "java.time.format..",
                "java.text..",
                "java.lang.invoke.."))
        .orShould()
        .callMethodWhere(isCallOf(String.class, "format", "formatted"))
        .because("each costs a cold process many milliseconds, or is never needed")
        .check(MAIN);
  }

  @Test
  void reflection_outsideAsyncExecutorAndWarmUp_isUnknown() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.boto4j.internal.client.AsyncExecutor")
        .and()
        .doNotHaveFullyQualifiedName("io.boto4j.internal.client.WarmUp")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.lang.reflect..")
                // Reads an int[] as a list; not the kind of reflection that is slow.
                .and(DescribedPredicate.not(JavaClass.Predicates.type(Array.class))))
        .orShould()
        .callMethodWhere(
            isCallOf(
                Class.class,
                "forName",
                "getMethod",
                "getMethods",
                "getDeclaredMethod",
                "getDeclaredMethods",
                "getConstructor",
                "getDeclaredConstructor",
                "getField",
                "getDeclaredField",
                "newInstance"))
        .check(MAIN);
  }

  @Test
  void road_regularExpressions_areNone() {
    noClasses()
        .that(
            resideInAnyPackage(
                "io.boto4j.internal.input",
                "io.boto4j.internal.body",
                "io.boto4j.internal.hook",
                "io.boto4j.internal.attempt",
                "io.boto4j.internal.call",
                "io.boto4j.internal.protocol",
                "io.boto4j.internal.signing",
                "io.boto4j.internal.transport",
                "io.boto4j.internal.text",
                "io.boto4j.internal.jmespath",
                "io.boto4j.internal.value",
                "io.boto4j.internal.credentials",
                "io.boto4j.credentials",
                "io.boto4j.internal.config",
                "io.boto4j.http",
                "io.boto4j.model.."))
        .should()
        .dependOnClassesThat(resideInAPackage("java.util.regex.."))
        .orShould()
        .callMethodWhere(isCallOf(String.class, "split", "matches", "replaceAll", "replaceFirst"))
        .check(MAIN);
  }

  @Test
  void classes_withoutPlace_areNone() {
    List<String> unknown = new ArrayList<>();
    for (JavaClass type : MAIN) {
      if (!FLOORS.containsKey(place(type))) {
        unknown.add(type.getName());
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(MAIN.contain(Session.class)).isTrue();
    assertThat(MAIN.that(alwaysTrue())).hasSizeGreaterThan(150);
  }

  private static DescribedPredicate<JavaMethodCall> isCallOf(Class<?> owner, String... names) {
    Set<String> all = Set.of(names);
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + all,
        call -> call.getTargetOwner().isEquivalentTo(owner) && all.contains(call.getName()));
  }
}
