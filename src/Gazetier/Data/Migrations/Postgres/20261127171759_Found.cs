using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Gazetier.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Found : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Search",
                table: "Keywords",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FeedPings",
                columns: table => new
                {
                    Page = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Fingerprint = table.Column<string>(type: "text", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedPings", x => x.Page);
                });

            migrationBuilder.CreateTable(
                name: "HubPositions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    ChangeId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HubPositions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RobotExceptions",
                columns: table => new
                {
                    SectionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RobotExceptions", x => new { x.SectionId, x.Class });
                    table.ForeignKey(
                        name: "FK_RobotExceptions_Sections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "Sections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RobotSettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Search = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LinkPreview = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Training = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Answers = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Archive = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Terms = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RobotSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RobotVisits",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Robot = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RobotVisits", x => new { x.Day, x.Robot, x.Class, x.Verdict, x.Answer });
                });

            migrationBuilder.CreateTable(
                name: "SynonymLists",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Lines = table.Column<string>(type: "character varying(60000)", maxLength: 60000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SynonymLists", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FeedPings_DueAt",
                table: "FeedPings",
                column: "DueAt");

            migrationBuilder.Sql(Gazetier.Features.Licensing.FromTextMining.Sql);

            migrationBuilder.DropColumn(
                name: "ReservesTextMining",
                table: "Imprint");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FeedPings");

            migrationBuilder.DropTable(
                name: "HubPositions");

            migrationBuilder.DropTable(
                name: "RobotExceptions");

            migrationBuilder.DropTable(
                name: "RobotSettings");

            migrationBuilder.DropTable(
                name: "RobotVisits");

            migrationBuilder.DropTable(
                name: "SynonymLists");

            migrationBuilder.DropColumn(
                name: "Search",
                table: "Keywords");

            migrationBuilder.AddColumn<bool>(
                name: "ReservesTextMining",
                table: "Imprint",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }
    }
}
