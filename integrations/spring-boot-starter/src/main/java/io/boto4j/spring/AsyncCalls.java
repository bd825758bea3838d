package io.boto4j.spring;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The executor of asynchronous calls: Spring's own if its threads are virtual, so that its task
 * decorators apply and its shutdown waits for calls in progress.
 *
 * <p>Spring Boot's executor has this type if its threads are virtual; a pool, which the application
 * has sized for other work, is left alone.
 */
final class AsyncCalls {
  private static final String TASK_EXECUTOR = "applicationTaskExecutor";
  private static final int FIRST_JAVA = 21;

  private AsyncCalls() {}

  static Optional<Executor> executor(BeanFactory beans, Environment environment) {
    boolean virtual =
        environment.getProperty("spring.threads.virtual.enabled", boolean.class, false);
    return virtual
            && Runtime.version().feature() >= FIRST_JAVA
            && beans.containsBean(TASK_EXECUTOR)
            && beans.isTypeMatch(TASK_EXECUTOR, SimpleAsyncTaskExecutor.class)
        ? Optional.of(beans.getBean(TASK_EXECUTOR, Executor.class))
        : Optional.empty();
  }
}
