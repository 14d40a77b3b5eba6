using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Listings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Articles_MainSectionId_Status_PublishedAt",
                table: "Articles");

            migrationBuilder.CreateTable(
                name: "Listings",
                columns: table => new
                {
                    ListId = table.Column<Guid>(type: "uuid", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Listings", x => new { x.ListId, x.PublishedAt, x.ArticleId });
                    table.ForeignKey(
                        name: "FK_Listings_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_MainSectionId",
                table: "Articles",
                column: "MainSectionId");

            migrationBuilder.CreateIndex(
                name: "IX_Listings_ArticleId",
                table: "Listings",
                column: "ArticleId");

            // The articles that are there already take their places.
            migrationBuilder.Sql(
                """
                WITH RECURSIVE
                  placed("ArticleId", "SectionId") AS (
                    SELECT "Id", "MainSectionId" FROM "Articles"
                    UNION SELECT "ArticleId", "SectionId" FROM "ArticleSections"
                    UNION SELECT placed."ArticleId", s."ParentId" FROM placed JOIN "Sections" s ON s."Id" = placed."SectionId" WHERE s."ParentId" IS NOT NULL),
                  listed("ArticleId", "ListId") AS (
                    SELECT "ArticleId", "SectionId" FROM placed
                    UNION ALL SELECT "ArticleId", "ThemeId" FROM "ArticleThemes"
                    UNION ALL SELECT "ArticleId", "DossierId" FROM "DossierParts"
                    UNION ALL SELECT "ArticleId", "AuthorId" FROM "Bylines")
                INSERT INTO "Listings" ("ListId", "PublishedAt", "ArticleId")
                SELECT listed."ListId", a."PublishedAt", a."Id" FROM "Articles" a JOIN listed ON listed."ArticleId" = a."Id"
                WHERE a."Status" = 'Published' AND a."PublishedAt" IS NOT NULL
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Listings");

            migrationBuilder.DropIndex(
                name: "IX_Articles_MainSectionId",
                table: "Articles");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_MainSectionId_Status_PublishedAt",
                table: "Articles",
                columns: new[] { "MainSectionId", "Status", "PublishedAt" });
        }
    }
}
