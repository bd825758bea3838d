package io.boto4j.spring.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The program of the page about listeners runs, and the page shows it as it is. */
@Timeout(60)
final class SqsPageTest {
  private static final Pattern JAVA = Pattern.compile("^```java\n([^`]*)^```$", Pattern.MULTILINE);

  @Test
  void listeners_ofThePage_processMessages() {
    BlockingQueue<String> accepted = new LinkedBlockingQueue<>();
    try (LocalAws aws = LocalAws.start()) {
      TestQueue orders = TestQueue.create(aws, "orders", Map.of());
      TestQueue invoices = TestQueue.create(aws, "invoices", Map.of());
      orders.send("order");
      invoices.send("invoice", "bad");
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(SqsListenerAutoConfiguration.class))
          .withBean(Session.class, aws::session)
          .withBean(OrderService.class, () -> body -> accept(accepted, body))
          .withUserConfiguration(OrderListeners.class)
          .run(
              context -> {
                List<String> bodies = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                  bodies.add(accepted.poll(30, TimeUnit.SECONDS));
                }
                assertThat(bodies).containsExactlyInAnyOrder("order", "invoice", "bad");
              });
      assertThat(orders.size()).isZero();
      assertThat(invoices.size()).isZero();
    }
  }

  private static void accept(BlockingQueue<String> accepted, String body) {
    accepted.add(body);
    if (body.equals("bad")) {
      throw new IllegalArgumentException(body);
    }
  }

  private static String stripped(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  @Test
  void blocks_ofThePage_occurInTheProgram() throws IOException {
    Path folder = Path.of("src/test/java/io/boto4j/spring/sqs");
    String program = stripped(Files.readString(folder.resolve("OrderListeners.java")));
    Matcher blocks = JAVA.matcher(Files.readString(Path.of("../../docs/spring-boot-sqs.md")));
    int count = 0;
    while (blocks.find()) {
      assertThat(program).contains(stripped(blocks.group(1)).strip());
      count++;
    }
    assertThat(count).isEqualTo(2);
  }
}
