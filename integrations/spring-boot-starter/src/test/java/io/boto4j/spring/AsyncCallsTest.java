package io.boto4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

final class AsyncCallsTest {
  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  TaskExecutionAutoConfiguration.class, Boto4jAutoConfiguration.class))
          .withUserConfiguration(LocalAwsConfiguration.class, Decorated.class);

  @Configuration(proxyBeanMethods = false)
  static class Decorated {
    static final ThreadLocal<String> CONTEXT = new ThreadLocal<>();

    @Bean
    TaskDecorator context() {
      return task ->
          () -> {
            CONTEXT.set("decorated");
            task.run();
          };
    }

    /** Records the thread of each call. */
    @Bean
    Threads threads() {
      return new Threads();
    }
  }

  static final class Threads implements Interceptor {
    volatile String context = "";
    volatile String name = "";

    @Override
    public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
      context = String.valueOf(Decorated.CONTEXT.get());
      name = Thread.currentThread().toString();
      return parameters;
    }
  }

  private static Threads call(ApplicationContext context) throws Exception {
    Client sqs = context.getBean(AwsClients.class).client("sqs");
    sqs.callAsync("ListQueues").get(10, TimeUnit.SECONDS);
    return context.getBean(Threads.class);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void asyncCalls_withVirtualThreadsOfSpring_runOnItsExecutor() {
    contexts
        .withPropertyValues("spring.threads.virtual.enabled=true")
        .run(
            context -> {
              Threads threads = call(context);
              assertThat(threads.context).isEqualTo("decorated");
              assertThat(threads.name).startsWith("VirtualThread");
            });
  }

  @Test
  void asyncCalls_otherwise_runOnThreadsOfBoto4j() {
    contexts.run(context -> assertThat(call(context).context).isEqualTo("null"));
  }
}
