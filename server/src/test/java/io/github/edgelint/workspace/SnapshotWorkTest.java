package io.github.edgelint.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** Work is counted in bytes that a thread allocates: the same each time, unlike time. */
class SnapshotWorkTest {

  private static final int SITES = 400;

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static List<Document> fleet(int sites, boolean listed) {
    List<Document> documents = new ArrayList<>();
    StringBuilder settings = new StringBuilder();
    for (int site = 0; site < sites; site++) {
      String at = "sites/region-" + site % 10 + "/s" + site + "/";
      documents.add(Trees.document(at + "config.toml", Trees.CONFIG));
      documents.add(Trees.document(at + "systemd/docker.service.d/p.conf", Trees.DROP_IN));
      documents.add(Trees.document(at + "deployment.json", Trees.MANIFEST));
      settings
          .append("[[device]]\nconfig = \"")
          .append(at)
          .append("config.toml\"\nunits = [\"")
          .append(at)
          .append("systemd\"]\n");
    }
    if (listed) {
      documents.add(Trees.document(".edgelint.toml", settings.toString()));
    }
    documents.forEach(Document::tree);
    return documents;
  }

  // In a pool of one thread parallel streams stay on that thread, where their work is counted.
  private static long workFor(int sites, boolean listed) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      return pool.submit(
              () -> {
                List<Document> documents = fleet(sites, listed);
                long before = allocated();
                Snapshot snapshot = Trees.snapshot(documents);
                int devices = snapshot.devices().size();
                long work = allocated() - before;
                assertThat(devices).isEqualTo(sites);
                return work;
              })
          .get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void twice_the_sites_are_twice_the_work() throws Exception {
    workFor(10, false);

    assertThat(workFor(2 * SITES, false)).isLessThan(3 * workFor(SITES, false));
  }

  @Test
  void twice_the_listed_devices_are_twice_the_work() throws Exception {
    workFor(10, true);

    assertThat(workFor(2 * SITES, true)).isLessThan(3 * workFor(SITES, true));
  }

  @Test
  void twice_the_marks_in_a_line_are_twice_the_work() {
    workForMarks(10);

    assertThat(workForMarks(20_000)).isLessThan(3 * workForMarks(10_000));
  }

  private static long workForMarks(int marks) {
    String text = "[provisioning]\nsource = \"manual\"\nx = \"" + "{{".repeat(marks) + "\"\n";
    Document document = Trees.document("config.toml", text);
    long before = allocated();
    assertThat(document.kind()).isEqualTo(DocumentKind.DEVICE_CONFIG);
    assertThat(document.isTemplate()).isFalse();
    return allocated() - before;
  }

  @Test
  void a_document_that_counts_as_found_is_not_read_again() {
    Document opened = Trees.document("deployment.json", Trees.MANIFEST);

    Document found = opened.from(Document.Origin.FOUND);

    assertThat(found.origin()).isEqualTo(Document.Origin.FOUND);
    assertThat(found.tree()).isSameAs(opened.tree());
  }
}
