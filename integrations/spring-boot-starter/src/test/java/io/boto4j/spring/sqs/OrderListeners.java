package io.boto4j.spring.sqs;

import io.boto4j.Client;
import io.boto4j.Session;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The listener of the page about Spring Boot. */
@Configuration(proxyBeanMethods = false)
class OrderListeners {
  @Bean
  SqsListenerContainer orders(Session session, OrderService service) {
    Client sqs = session.client("sqs");
    return SqsListenerContainer.builder(sqs, "orders")
        .handler(message -> service.accept(message.body()))
        .maxConcurrent(20)
        .visibilityTimeout(Duration.ofSeconds(60))
        .build();
  }

  @Bean
  SqsListenerContainer invoices(Session session, OrderService service) {
    return SqsListenerContainer.builder(session.client("sqs"), "invoices")
        .batchHandler(
            messages -> {
              for (SqsMessage message : messages) {
                service.accept(message.body());
                message.acknowledge();
              }
            })
        .errorHandler(
            (message, failure) -> {
              if (failure instanceof IllegalArgumentException) {
                message.acknowledge(); // dropped: it would fail each time
              } else {
                message.release(Duration.ofSeconds(10)); // again in ten seconds
              }
            })
        .build();
  }
}
