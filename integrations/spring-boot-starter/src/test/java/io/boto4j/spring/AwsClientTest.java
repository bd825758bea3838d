package io.boto4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.error.UnknownServiceException;
import io.boto4j.s3.S3Transfer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

final class AwsClientTest {
  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(Boto4jAutoConfiguration.class))
          .withPropertyValues(
              "boto4j.region=eu-west-1",
              "boto4j.credentials.access-key-id=AKID",
              "boto4j.credentials.secret-access-key=secret",
              "boto4j.services.dynamodb.endpoint-url=http://127.0.0.1:8000");

  record Users(Client dynamodb) {}

  record Orders(Client dynamodb, Client sqs) {}

  @Configuration(proxyBeanMethods = false)
  static class Application {
    @Autowired
    @AwsClient("sqs")
    Client field;

    @Bean
    Users users(@AwsClient("dynamodb") Client dynamodb) {
      return new Users(dynamodb);
    }

    @Bean
    Orders orders(
        @AwsClient("dynamodb") Client dynamodb, @AwsClient("sqs") ObjectProvider<Client> sqs) {
      return new Orders(dynamodb, sqs.getObject());
    }
  }

  @Test
  void parameters_withServices_areOneClientPerService() {
    contexts
        .withUserConfiguration(Application.class)
        .run(
            context -> {
              Users users = context.getBean(Users.class);
              Orders orders = context.getBean(Orders.class);
              assertThat(users.dynamodb().service()).isEqualTo("dynamodb");
              assertThat(users.dynamodb()).isSameAs(orders.dynamodb());
              assertThat(orders.sqs()).isSameAs(context.getBean(Application.class).field);
              assertThat(context.getBean(AwsClients.class).client("sqs")).isSameAs(orders.sqs());
              assertThat(users.dynamodb().endpointUrl()).hasToString("http://127.0.0.1:8000");
              assertThat(users.dynamodb().region()).isEqualTo("eu-west-1");
            });
  }

  @Test
  void context_thatInjectsNothing_createsNoClient() {
    contexts.run(context -> assertThat(context).doesNotHaveBean(Client.class));
  }

  @Test
  void clients_whenTheContextCloses_areClosedAfterTheirUsers() {
    contexts
        .withUserConfiguration(LocalAwsConfiguration.class, Closing.class)
        .run(
            context -> {
              LastCall user = context.getBean(LastCall.class);
              context.close();
              assertThat(user.tables).isEqualTo(List.of());
              assertThatThrownBy(() -> user.client.call("ListTables"))
                  .isInstanceOf(IllegalStateException.class)
                  .hasMessageContaining("closed");
            });
  }

  static final class LastCall implements AutoCloseable {
    final Client client;
    List<String> tables = List.of("not called");

    LastCall(Client client) {
      this.client = client;
    }

    @Override
    public void close() {
      tables = client.call("ListTables").texts("TableNames");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Closing {
    @Bean
    LastCall lastCall(@AwsClient("dynamodb") Client client) {
      return new LastCall(client);
    }
  }

  @Test
  void beanOfTheApplication_withTheQualifier_replacesTheClient() {
    contexts
        .withUserConfiguration(Application.class, Own.class)
        .run(
            context -> {
              Client own = context.getBean("own", Client.class);
              assertThat(context.getBean(Users.class).dynamodb()).isSameAs(own);
              assertThat(context.getBean(AwsClients.class).client("dynamodb")).isSameAs(own);
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class Own {
    @Bean
    @AwsClient("dynamodb")
    Client own(Session session) {
      return session.client("dynamodb", o -> o.region("us-east-1"));
    }
  }

  @Test
  void service_thatIsUnknown_failsTheStartWithNearNames() {
    contexts
        .withUserConfiguration(Misspelled.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(UnknownServiceException.class)
                    .hasMessageContaining("dynamodb"));
  }

  @Configuration(proxyBeanMethods = false)
  static class Misspelled {
    @Bean
    Users users(@AwsClient("dinamodb") Client dynamodb) {
      return new Users(dynamodb);
    }
  }

  @Test
  void lookup_ofAnUnknownService_leavesNothingBehind() {
    contexts.run(
        context -> {
          AwsClients clients = context.getBean(AwsClients.class);
          assertThatThrownBy(() -> clients.client("dinamodb"))
              .isInstanceOf(UnknownServiceException.class)
              .hasMessageContaining("dynamodb");
          assertThat(context.getBeansOfType(Client.class)).isEmpty();
        });
  }

  @Test
  void transfer_isCreatedWithTheClientOfS3() {
    contexts.run(
        context -> {
          assertThat(context.getBean(S3Transfer.class)).isNotNull();
          assertThat(context.getBean(AwsClients.class).client("s3").service()).isEqualTo("s3");
        });
  }
}
