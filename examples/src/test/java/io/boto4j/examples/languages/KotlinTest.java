package io.boto4j.examples.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the programs in Kotlin with its compiler, and runs them against a local AWS. */
@Timeout(180)
final class KotlinTest {
  private static final LocalAws AWS = LocalAws.start();

  @TempDir static Path classes;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    assertThat(generate()).isZero();
    Finished compiler =
        Language.KOTLIN.compile(
            classes, "Users.kt", "Topics.kt", "Coroutines.kt", "NullChecks.kt", "Generated.kt");
    assertThat(compiler.outcome()).isEmpty();
  }

  /** Compiles the package of generated types with javac, whose annotation processor makes them. */
  private static int generate() {
    return ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            Language.KOTLIN.source("sqs/package-info.java").toString());
  }

  @Test
  void client_withMapsAndDataClasses_callsOperations() throws Exception {
    assertThat(printed("UsersKt"))
        .isEqualTo(
            """
            User(userId=u-1, email=ada@example.com, logins=4, phone=null)
            no phone
            example.com
            """);
  }

  @Test
  void interface_withDefaultMethodAndNullableResult_isBound() throws Exception {
    assertThat(printed("TopicsKt"))
        .isEqualTo(
            """
            [ada@example.com]
            no key
            """);
  }

  @Test
  void future_isAwaitedInACoroutine_andSuspendingFunctionIsRejected() throws Exception {
    assertThat(printed("CoroutinesKt"))
        .isEqualTo(
            """
            arn:aws:sns:us-east-1:123456789012:orders
            SuspendingTopics cannot be bound to sns:
              create(String, Continuation<Response>): A function that suspends cannot be bound. Return a CompletableFuture, and await it.
            """);
  }

  @Test
  void absentMember_ofADataClass_isNullOnlyIfTheTypePermitsIt() throws Exception {
    assertThat(printed("NullChecksKt"))
        .startsWith("Address(street=null, city=London)\nAddress: the constructor of Address fails:")
        .endsWith("parameter city\n");
  }

  @Test
  void generatedTypes_compiledBefore_areUsed() throws Exception {
    assertThat(printed("GeneratedKt")).isEqualTo("hello\n");
  }

  /** JSpecify's annotations are errors of the compiler since Kotlin 2.1. */
  @Test
  void nullInPlaceOfAValue_doesNotCompile(@TempDir Path folder) throws Exception {
    Finished compiler = Language.KOTLIN.compile(folder, "NullSafety.kt");

    assertThat(compiler.status()).isEqualTo(1);
    assertThat(compiler.errors().lines().filter(line -> line.contains(" error: ")))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .contains("NullSafety.kt:7:")
                    .contains("calls are allowed on a nullable receiver of type 'String?'"),
            second ->
                assertThat(second)
                    .contains("NullSafety.kt:8:")
                    .contains("null cannot be a value of a non-null type"),
            third ->
                assertThat(third)
                    .contains("NullSafety.kt:9:")
                    .contains("expected 'String', actual 'String?'"));
  }

  @Test
  void safeCallWithLambda_compilesOnlyWithTheJarOfJSpecify(@TempDir Path folder) throws Exception {
    assertThat(Language.KOTLIN.compile(folder, "SafeCalls.kt").errors())
        .contains("SafeCalls.kt:7:")
        .contains("'org.jspecify.annotations.Nullable' of the inferred type is inaccessible");
    assertThat(Language.KOTLIN.compileWith("jspecify.jar", folder, "SafeCalls.kt").outcome())
        .isEmpty();
  }

  @AfterAll
  static void stop() {
    AWS.close();
  }

  private static String printed(String program) throws IOException, InterruptedException {
    return Language.KOTLIN.run(classes, program, AWS.endpoint()).outcome();
  }
}
