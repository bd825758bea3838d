package io.boto4j.spring;

import io.boto4j.CallContext;
import io.boto4j.Client;
import io.boto4j.Interceptor;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of docs/spring-boot.md. */
final class Beans {
  private Beans() {}

  @Configuration(proxyBeanMethods = false)
  static class Customizers {
    @Bean
    SessionCustomizer cache() {
      return session -> session.assumeRoleCache(Path.of("/var/cache/app/roles"));
    }

    @Bean
    ClientCustomizer slowReports() {
      return (service, options) -> {
        if (service.equals("athena")) {
          options.readTimeout(Duration.ofMinutes(2));
        }
      };
    }

    @Bean
    Interceptor tenant() {
      return new Interceptor() {
        @Override
        public HttpRequest beforeSign(CallContext call, HttpRequest request) {
          return request.withHeader("x-tenant", "42");
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Own {
    @Bean
    @AwsClient("s3")
    Client archive(Session session) {
      return session.client("s3", options -> options.region("eu-central-1"));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Lookup {
    @Bean
    Runnable ping(AwsClients clients) {
      return () -> clients.client("sts").call("GetCallerIdentity");
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Emulator {
    @Bean
    AwsConnectionDetails emulator() {
      return AwsConnectionDetails.of(
          URI.create("http://127.0.0.1:4566"), "eu-west-1", Credentials.of("test", "test"));
    }
  }
}
