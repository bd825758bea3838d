package io.boto4j.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Engines know nothing of the wire, the wire nothing of engines, and engines little of each other.
 */
final class LocalArchitectureTest {
  private static final String ROOT = "io.boto4j.local.";

  private static final List<String> ENGINES =
      List.of(
          "cloudwatch",
          "dynamodb",
          "ec2",
          "events",
          "iam",
          "kms",
          "lambda",
          "logs",
          "rds",
          "s3",
          "secretsmanager",
          "ses",
          "sns",
          "sqs",
          "ssm",
          "stepfunctions",
          "sts");

  /** What several engines share, beside the interface of engines itself. */
  private static final List<String> SHARED =
      List.of("engine", "certificate", "delivery", "pattern", "policy", "table");

  /** The engines, and the world, that an engine may know beyond that. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          // Identities look behind the access keys and the ciphertexts of all accounts.
          "iam", List.of("sts", "kms", "world"),
          // A function runs with the credentials of its role.
          "lambda", List.of("sts"));

  private final JavaClasses all =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.boto4j.local");

  private static String[] packages(List<String> names) {
    return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  @Test
  void engines_know_onlyWhatTheyMay() {
    for (String engine : ENGINES) {
      List<String> others = new ArrayList<>(ENGINES);
      others.addAll(List.of("wire", "world", "main"));
      others.remove(engine);
      others.removeAll(KNOWN.getOrDefault(engine, List.of()));
      noClasses()
          .that()
          .resideInAPackage(ROOT + engine + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(others))
          .check(all);
    }
  }

  @Test
  void wire_knows_noEngine() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(ENGINES))
        .check(all);
  }

  /** But for Lambda's, whose functions fetch their events from an HTTP server. */
  @Test
  void engines_know_noHttpServer() {
    noClasses()
        .that()
        .resideInAnyPackage(packages(ENGINES))
        .and()
        .resideOutsideOfPackage(ROOT + "lambda.runtime..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.jetty..")
        .check(all);
  }

  @Test
  void packages_areAllListed() {
    List<String> listed = new ArrayList<>(ENGINES);
    listed.addAll(SHARED);
    listed.addAll(List.of("wire", "world", "main"));
    String[] all = Arrays.copyOf(packages(listed), listed.size() + 1);
    all[listed.size()] = "io.boto4j.local";
    classes().should().resideInAnyPackage(all).check(this.all);
  }
}
