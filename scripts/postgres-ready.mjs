// Succeeds when a PostgreSQL answers at the address given (or at DATABASE_URL), and prints its version.
import pg from "pg";

const client = new pg.Client({
  connectionString: process.argv[2] ?? process.env.DATABASE_URL,
  connectionTimeoutMillis: 3000,
});
try {
  await client.connect();
  const { rows } = await client.query("select current_setting('server_version') as version");
  console.log(`PostgreSQL ${rows[0].version}`);
} catch (error) {
  console.error(`no PostgreSQL there: ${error.message || error.code}`);
  process.exitCode = 1;
} finally {
  await client.end().catch(() => {});
}
