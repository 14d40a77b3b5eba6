using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Temp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PrintIssues",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    DatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Pages = table.Column<int>(type: "INTEGER", nullable: false),
                    CoverId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Access = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AnyOf = table.Column<long>(type: "INTEGER", nullable: false),
                    PdfKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PdfBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintIssues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrintIssues_Pictures_CoverId",
                        column: x => x.CoverId,
                        principalTable: "Pictures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "PrintEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IssueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Folio = table.Column<int>(type: "INTEGER", nullable: false),
                    Heading = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PrintEntries_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_PrintEntries_PrintIssues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "PrintIssues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PrintPages",
                columns: table => new
                {
                    IssueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Folio = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrintPages", x => new { x.IssueId, x.Folio });
                    table.ForeignKey(
                        name: "FK_PrintPages_PrintIssues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "PrintIssues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PrintEntries_ArticleId",
                table: "PrintEntries",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_PrintEntries_IssueId",
                table: "PrintEntries",
                column: "IssueId");

            migrationBuilder.CreateIndex(
                name: "IX_PrintIssues_CoverId",
                table: "PrintIssues",
                column: "CoverId");

            migrationBuilder.CreateIndex(
                name: "IX_PrintIssues_DatedOn",
                table: "PrintIssues",
                column: "DatedOn");

            migrationBuilder.CreateIndex(
                name: "IX_PrintIssues_Number",
                table: "PrintIssues",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PrintEntries");

            migrationBuilder.DropTable(
                name: "PrintPages");

            migrationBuilder.DropTable(
                name: "PrintIssues");
        }
    }
}
