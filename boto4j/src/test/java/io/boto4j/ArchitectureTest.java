package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.boto4j.model.ModelException;
import io.boto4j.model.ShapeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Main code follows the rules of {@link ArchitectureRules}, except for recorded violations, each of
 * which has its reason; the record must not be longer than needed.
 */
final class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.boto4j");

  /** A package imports from lower floors only; packages on one floor are independent. */
  static final Map<String, Double> FLOORS =
      Map.ofEntries(
          Map.entry("io.boto4j.models", -3.0),
          Map.entry("plain values of the model", -2.1),
          Map.entry("io.boto4j.model.codec", -2.0),
          Map.entry("io.boto4j.model.pack", -1.6),
          Map.entry("io.boto4j.model.rules", -1.4),
          Map.entry("io.boto4j.model.smithy", -1.4),
          Map.entry("io.boto4j.model", -1.0),
          Map.entry("io.boto4j.model.resource", -0.5),
          Map.entry("io.boto4j.model.derived", -0.4),
          Map.entry("io.boto4j.http", 0.0),
          Map.entry("plain values", 0.1),
          Map.entry("io.boto4j.error", 0.2),
          Map.entry("io.boto4j.internal.error", 0.3),
          Map.entry("io.boto4j.internal.text", 1.0),
          Map.entry("io.boto4j.internal.time", 1.0),
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
          Map.entry("io.boto4j.internal.service", 5.1),
          Map.entry("io.boto4j.internal.client", 5.5),
          Map.entry("io.boto4j", 6.0),
          Map.entry("io.boto4j.cloudfront", 7.0),
          Map.entry("io.boto4j.dynamodb", 7.0),
          Map.entry("io.boto4j.resource", 7.1),
          Map.entry("io.boto4j.s3", 7.0),
          Map.entry("io.boto4j.testing", 7.0));

  /** The only way up: {@code session.resource(…)}, whose result is on a higher floor. */
  static final Map<String, String> ENTRANCES =
      Map.of("io.boto4j.Session", "io.boto4j.resource.Resource");

  /** Types in the top package for their users' sake, which depend on nothing there. */
  static final Set<Class<?>> PLAIN_VALUES =
      Set.of(
          HasMembers.class,
          WaiterProgress.class,
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
          Explanation.class,
          Name.class);

  /** In the model's exported package for the sake of users, and independent of the rest of it. */
  static final Set<Class<?>> PLAIN_VALUES_OF_THE_MODEL =
      Set.of(ModelException.class, ShapeType.class);

  /** Violations of all rules except the next two. */
  private static final Recorded EXCEPTIONS = Recorded.read("architecture-exceptions.txt");

  private static final Recorded CYCLES = Recorded.read("class-cycles.txt");
  private static final Recorded SERVICE_NAMES = Recorded.read("service-names.txt");

  @Test
  void classes_all_areOnAFloor() {
    assertThat(ArchitectureRules.everyClassHasAFloor(MAIN)).isEmpty();
  }

  @Test
  void packages_all_importFromFloorsBelowOnly() {
    assertThat(ArchitectureRules.dependenciesGoDown(MAIN)).isEmpty();
  }

  @Test
  void classes_inCycles_areRecorded() {
    List<String> cycles = ArchitectureRules.classCycles(MAIN);
    assertThat(ClassCycles.changes(cycles, CYCLES.violations())).isEmpty();
    assertThat(cycles).allSatisfy(c -> assertThat(ClassCycles.members(c)).hasSizeLessThan(21));
  }

  @Test
  void main_all_usesTheJdkAndItselfAlone() {
    assertThat(ArchitectureRules.theJdkOnly(MAIN)).isEmpty();
  }

  @Test
  void tls_outsideTransport_isUnknown() {
    assertThat(ArchitectureRules.tlsInTheTransportOnly(MAIN)).isEmpty();
  }

  @Test
  void main_all_avoidsWhatIsSlowToStart() {
    assertThat(ArchitectureRules.nothingSlowToStart(MAIN)).isEmpty();
  }

  @Test
  void reflection_exceptRecorded_isUnused() {
    assertThat(EXCEPTIONS.unknown(ArchitectureRules.noReflection(MAIN))).isEmpty();
  }

  @Test
  void road_regularExpressions_areNone() {
    assertThat(ArchitectureRules.noRegularExpressionsOnTheRoad(MAIN)).isEmpty();
    assertThat(packages()).containsAll(ArchitectureRules.ROAD);
  }

  @Test
  void serviceNames_outsideCustomizations_areRecorded() {
    List<String> names = ArchitectureRules.noServiceNames(MAIN);
    assertThat(SERVICE_NAMES.unknown(names)).isEmpty();
    assertThat(SERVICE_NAMES.outdated(names)).isEmpty();
  }

  @Test
  void highLevel_all_usesExportedPackagesOnly() {
    assertThat(EXCEPTIONS.unknown(ArchitectureRules.highLevelUsesExportedPackagesOnly(MAIN)))
        .isEmpty();
  }

  @Test
  void rootPackage_all_isPublic() {
    assertThat(EXCEPTIONS.unknown(ArchitectureRules.rootPackageIsPublic(MAIN))).isEmpty();
  }

  @Test
  void state_static_isImmutable() {
    assertThat(EXCEPTIONS.unknown(ArchitectureRules.noStaticMutableState(MAIN))).isEmpty();
  }

  @Test
  void customizations_all_avoidTheRoad() {
    assertThat(ArchitectureRules.customizationsAvoidTheRoad(MAIN)).isEmpty();
  }

  @Test
  void exceptions_recorded_areStillNeeded() {
    Set<String> found = new TreeSet<>();
    found.addAll(ArchitectureRules.noReflection(MAIN));
    found.addAll(ArchitectureRules.highLevelUsesExportedPackagesOnly(MAIN));
    found.addAll(ArchitectureRules.rootPackageIsPublic(MAIN));
    found.addAll(ArchitectureRules.noStaticMutableState(MAIN));
    assertThat(EXCEPTIONS.outdated(found)).isEmpty();
  }

  @Test
  void main_all_isExamined() {
    int dependencies = 0;
    for (JavaClass type : MAIN) {
      dependencies += type.getDirectDependenciesFromSelf().size();
    }
    assertThat(MAIN.contain(Session.class)).isTrue();
    assertThat(MAIN.contain(ArchitectureTest.class)).isFalse();
    assertThat(MAIN).hasSizeGreaterThan(150);
    assertThat(dependencies).isGreaterThan(5_000);
  }

  private static Set<String> packages() {
    Set<String> packages = new TreeSet<>();
    for (JavaClass type : MAIN) {
      packages.add(type.getPackageName());
    }
    return packages;
  }
}
