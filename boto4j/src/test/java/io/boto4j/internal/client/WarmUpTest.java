package io.boto4j.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class WarmUpTest {
  private static final String[] NAMES = WarmUp.LATE;

  @ParameterizedTest
  @FieldSource("NAMES")
  void late_everyName_isAClass(String name) {
    assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException();
  }

  /** If the initialization of two classes needed each other, two threads could deadlock. */
  @ParameterizedTest
  @FieldSource("NAMES")
  void late_everyClass_needsNoOtherToBeInitialised(String name) throws Exception {
    JavaClass type = new ClassFileImporter().importClass(Class.forName(name));
    Set<String> needed = new HashSet<>();
    type.getStaticInitializer()
        .ifPresent(
            initializer ->
                initializer
                    .getAccessesFromSelf()
                    .forEach(access -> needed.add(access.getTargetOwner().getName())));
    // A class initializes those it extends first. That is safe as long as these need no other.
    for (JavaClass parent : type.getAllRawSuperclasses()) {
      parent
          .getStaticInitializer()
          .ifPresent(
              initializer ->
                  initializer
                      .getAccessesFromSelf()
                      .forEach(access -> needed.add(access.getTargetOwner().getName())));
      needed.remove(parent.getName());
    }
    needed.remove(name);

    assertThat(needed).noneMatch(each -> each.startsWith("io.boto4j."));
  }

  @Test
  void late_names_areThereOnce() {
    assertThat(NAMES).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void run_closedTransport_harmsNobody() {
    SocketTransport transport = new SocketTransport(TransportOptions.defaults());
    transport.close();
    assertThatCode(new WarmUp(transport, false)::run).doesNotThrowAnyException();
    assertThatCode(new WarmUp(transport, true)::run).doesNotThrowAnyException();
  }
}
