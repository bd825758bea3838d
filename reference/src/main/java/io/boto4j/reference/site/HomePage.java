package io.boto4j.reference.site;

import io.boto4j.reference.view.Frame;
import io.boto4j.reference.view.HomeView;
import io.boto4j.reference.view.HomeView.ServiceRow;
import io.boto4j.reference.view.Links;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the first page. Thread-safe. */
final class HomePage {
  /** The services that most programs use, chosen by hand. */
  private static final List<String> POPULAR =
      List.of(
          "s3",
          "dynamodb",
          "lambda",
          "ec2",
          "sqs",
          "sns",
          "iam",
          "sts",
          "rds",
          "cloudwatch",
          "secretsmanager",
          "kms");

  private final Services services;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable Page page;

  HomePage(Services services) {
    this.services = services;
  }

  Page page() {
    Page created = page;
    if (created == null) {
      created = create();
      page = created;
    }
    return created;
  }

  private Page create() {
    List<ServiceRow> all = services.rows();
    List<ServiceRow> popular = new ArrayList<>();
    int operations = all.stream().mapToInt(ServiceRow::operations).sum();
    for (String name : POPULAR) {
      all.stream().filter(row -> row.name().equals(name)).forEach(popular::add);
    }
    Frame frame =
        new Frame(
            "boto4j reference",
            Links.HOME,
            "Every operation of every AWS service, for boto4j.",
            List.of(),
            List.of(),
            List.of());
    return Templates.home(frame, new HomeView(all.size(), operations, popular, all));
  }
}
