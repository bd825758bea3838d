package io.boto4j.examples.languages;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the programs in Scala with its compiler, and runs them against a local AWS. */
@Timeout(180)
final class ScalaTest {
  private static final LocalAws AWS = LocalAws.start();

  @TempDir static Path classes;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    Finished compiler =
        Language.SCALA.compile(classes, "Users.scala", "Topics.scala", "CaseClasses.scala");
    assertThat(compiler.outcome()).isEmpty();
  }

  @Test
  void client_withParamsAndMaps_callsOperations() throws Exception {
    assertThat(printed("users"))
        .isEqualTo(
            """
            User(u-1,ada@example.com)
            4
            no phone
            """);
  }

  @Test
  void trait_withMethodOfItsOwn_isBound() throws Exception {
    assertThat(printed("subscribeAda"))
        .isEqualTo(
            """
            List(ada@example.com)
            no key
            """);
  }

  @Test
  void caseClassAndScalaList_ofATrait_areReported() throws Exception {
    assertThat(printed("bindCaseClasses"))
        .startsWith("CaseClasses cannot be bound to sns:\n")
        .contains(
            "Parameter 2 of type Subscription gives no member. Add @Param, or pass a record",
            "ListSubscriptionsByTopic item is a structure (Subscription), which is not converted to"
                + " Subscription.",
            "The output of ListTopics does not become List<String> as a whole.");
  }

  @AfterAll
  static void stop() {
    AWS.close();
  }

  private static String printed(String program) throws IOException, InterruptedException {
    return Language.SCALA.run(classes, program, AWS.endpoint()).outcome();
  }
}
