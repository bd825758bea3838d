package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PendingDeletesTest {
  @Test
  void names_moreThanFitInMemory_comeBackInOrder() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      names.add("é\uD83D\uDCA9/" + i);
    }
    List<String> taken = new ArrayList<>();
    try (PendingDeletes deletes = new PendingDeletes(7)) {
      for (String name : names) {
        deletes.add(name);
      }
      for (List<String> batch = deletes.take(4); !batch.isEmpty(); batch = deletes.take(4)) {
        assertThat(batch).hasSizeLessThanOrEqualTo(4);
        taken.addAll(batch);
      }
    }
    assertThat(taken).isEqualTo(names);
  }

  @Test
  void names_none_areNone() throws IOException {
    try (PendingDeletes deletes = new PendingDeletes(7)) {
      assertThat(deletes.take(4)).isEmpty();
    }
  }
}
